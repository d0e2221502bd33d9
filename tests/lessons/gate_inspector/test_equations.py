import re
from decimal import Decimal

import numpy as np
import pytest
import torch

from seqviz.lessons.gate_inspector.equations import products, sheet
from seqviz.models.cells.registry import CELLS
from seqviz.models.inspect.arithmetic import unit_step
from seqviz.models.inspect.gates import trace
from seqviz.models.sentiment import SentimentNet
from tests.new_cell.cells import PEEPHOLE, known

NUMBER = re.compile(r"[-\N{MINUS SIGN}]?\d+\.\d+")


def step_of(cell, unit=1, token=2):
    with torch.random.fork_rng():
        torch.manual_seed(3)
        net = SentimentNet(20, 5, cell, (4,), False, 0.0, "last")
    ids = np.array([2, 3, 4])
    return unit_step(net, ids, trace(net, ids.tolist(), ("a", "b", "c")), 0, "forward", unit, token)


def numbers(text):
    return [float(found.replace("\N{MINUS SIGN}", "-")) for found in NUMBER.findall(text)]


@pytest.fixture(autouse=True)
def peephole():
    with known(PEEPHOLE):
        yield


@pytest.mark.parametrize("cell", [*CELLS, "peephole"])
def test_a_reader_with_a_calculator_reaches_every_shown_gate_from_the_written_numbers(cell):
    step = step_of(cell)
    written = sheet(step)
    for one, (_, row) in zip(step.sums, written.sums.iterrows(), strict=True):
        *reset, from_state = numbers(row["U h₋₁"])
        from_input, bias, state_bias, total = (
            numbers(row[name])[0] for name in ("W x", "bias", "bias′", "sum")
        )
        past = (from_state + state_bias) * (reset[0] if reset else 1.0)
        weight, seen = numbers(row.get("p c", "")) or (0.0, 0.0)
        assert round(from_input + bias + past + weight * seen, step.decimals) == total
        squashed = 1 / (1 + np.exp(-total)) if row["squashed"].startswith("σ") else np.tanh(total)
        shown = numbers(row["squashed"])[0]
        assert (
            round(round(squashed, step.decimals), step.shown)
            == shown
            == round(step.values[one.name], step.shown)
        )


@pytest.mark.parametrize("cell_name", ["lstm", "peephole"])
def test_the_lstms_states_follow_from_the_written_numbers_to_the_last_shown_digit(cell_name):
    step = step_of(cell_name)
    cell, hidden = sheet(step).states
    f, before, i, g, c = numbers(cell)
    assert round(f * before + i * g, step.shown) == c == round(step.values["cell_state"], step.shown)
    o, exact_c, h = numbers(hidden)
    assert round(o * np.tanh(exact_c), step.shown) == h == round(step.values["hidden_state"], step.shown)


def test_the_grus_state_follows_from_the_written_numbers_to_the_last_shown_digit():
    step = step_of("gru")
    z, n, again, before, h = numbers(sheet(step).states[0])
    assert z == again
    assert round((1 - z) * n + z * before, step.shown) == h == round(step.values["hidden_state"], step.shown)


def in_decimals(written):
    """Return the numbers of a text as a person with pencil and paper reads them."""
    return [Decimal(found.replace("\N{MINUS SIGN}", "-")) for found in NUMBER.findall(written)]


def squash(total, sigmoid):
    growth = (-total if sigmoid else 2 * total).exp()
    return 1 / (1 + growth) if sigmoid else (growth - 1) / (growth + 1)


def rounded(number, decimals):
    return number.quantize(Decimal(1).scaleb(-decimals))


@pytest.mark.parametrize("cell", ["rnn", "lstm", "gru"])
def test_no_shown_digit_of_many_units_depends_on_rounding_twice(cell):
    with torch.random.fork_rng():
        torch.manual_seed(1)
        net = SentimentNet(200, 16, cell, (12, 10), True, 0.0, "last")
    ids = np.random.default_rng(0).integers(2, 200, 25)
    read = trace(net, ids.tolist(), tuple(map(str, ids)))
    for layer in read.layers:
        for unit in range(10):
            for token in range(0, 25, 4):
                step = unit_step(net, ids, read, layer.layer, layer.direction, unit, token)
                written = sheet(step)
                for _, row in written.sums.iterrows():
                    (total,), (shown,) = in_decimals(row["sum"]), in_decimals(row["squashed"])
                    assert rounded(squash(total, row["squashed"].startswith("σ")), step.shown) == shown
                if cell == "lstm":
                    f, before, i, g, c = in_decimals(written.states[0])
                    o, c_written, h = in_decimals(written.states[1])
                    assert rounded(f * before + i * g, step.shown) == c
                    assert rounded(o * squash(c_written, False), step.shown) == h
                if cell == "gru":
                    z, n, _, before, h = in_decimals(written.states[0])
                    assert rounded((1 - z) * n + z * before, step.shown) == h


def test_every_product_is_listed_the_largest_first():
    one = step_of("lstm").sums[0]
    table = products(one)
    assert len(table) == 5 + 4
    assert table["product"].abs().is_monotonic_decreasing
    assert table["product"].sum() == pytest.approx(sum(one.parts()[:2]))


def test_what_a_gate_sees_through_its_peephole_is_one_product_more():
    sums = {one.name: one for one in step_of("peephole").sums}
    assert len(products(sums["candidate"])) == 5 + 4
    for gate, state in (("forget_gate", "c₋₁"), ("output_gate", "c")):
        table, seen = products(sums[gate]), sums[gate].peephole
        assert len(table) == 5 + 4 + 1
        assert table.set_index("from").loc[state, "product"] == seen.weight * seen.value
        assert table["product"].sum() == pytest.approx(sum(sums[gate].parts()[:2]) + seen.weight * seen.value)


def test_only_a_cell_with_peepholes_has_a_column_for_them():
    assert "p c" not in sheet(step_of("lstm")).sums
    assert sheet(step_of("peephole")).sums["p c"]["candidate"] == ""


LETTERS = {
    "forget_gate": "f", "input_gate": "i", "output_gate": "o", "cell_state": "c", "update_gate": "z",
    "hidden_state": "h",
}  # fmt: skip


@pytest.mark.parametrize(("cell", "candidate"), [("lstm", "g"), ("gru", "n")])
def test_the_equation_in_letters_is_the_one_in_numbers(cell, candidate):
    letters = LETTERS | {"candidate": candidate}

    def plain(latex):
        written = re.sub("«(.+?)(₋₁)?»", lambda m: letters[m[1]] + ("_{-1}" if m[2] else ""), latex)
        written = re.sub(r"[a-z] &= |&= |&\\quad ", "", written)
        return re.sub(r"\((\w(?:_\{-1\})?)\)", r"\1", written)

    for in_letters, *in_numbers in CELLS[cell].in_numbers.values():
        assert plain(in_letters) == plain(" ".join(in_numbers))
