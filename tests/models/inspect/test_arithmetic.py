import numpy as np
import pytest
import torch

from seqviz.models.cells.registry import CELLS
from seqviz.models.inspect.arithmetic import sigmoid, unit_step, worked_out
from seqviz.models.inspect.gates import trace
from seqviz.models.sentiment import SentimentNet

TOKENS = ("the", "film", "was", "not", "good")


def read(cell, bidirectional=True):
    with torch.random.fork_rng():
        torch.manual_seed(0)
        net = SentimentNet(20, 5, cell, (4, 3), bidirectional, 0.0, "last")
    ids = np.array([2, 3, 4, 5, 6])
    return net, ids, trace(net, ids, TOKENS)


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize(
    ("layer", "direction"), [(0, "forward"), (0, "reverse"), (1, "forward"), (1, "reverse")]
)
def test_the_written_equations_give_every_value_of_the_net_to_the_shown_digits(cell, layer, direction):
    net, ids, read_trace = read(cell)
    gates = next(one.gates for one in read_trace.layers if (one.layer, one.direction) == (layer, direction))
    for token in range(5):
        for unit in range(3):
            step = unit_step(net, ids, read_trace, layer, direction, unit, token)
            found = worked_out(cell, step.sums, step.before, step.decimals)
            for name, values in gates.items():
                assert round(found[name], step.shown) == round(float(values[token, unit]), step.shown)


def test_all_four_decimals_are_shown_unless_the_last_lies_on_the_edge():
    net, ids, read_trace = read("lstm")
    shown = [
        unit_step(net, ids, read_trace, 0, "forward", unit, token).shown
        for unit in range(4)
        for token in range(5)
    ]
    assert np.mean(np.array(shown) == 4) > 0.9


def test_before_the_first_token_a_unit_holds_nothing():
    net, ids, read_trace = read("lstm")
    assert unit_step(net, ids, read_trace, 0, "forward", 0, 0).before == {
        "hidden_state": 0.0,
        "cell_state": 0.0,
    }
    assert unit_step(net, ids, read_trace, 0, "reverse", 0, 4).before == {
        "hidden_state": 0.0,
        "cell_state": 0.0,
    }


def test_the_sigmoid_is_torchs():
    numbers = np.linspace(-800, 800, 41)
    np.testing.assert_allclose(
        [sigmoid(n) for n in numbers], torch.sigmoid(torch.from_numpy(numbers)), atol=1e-15
    )


@pytest.mark.parametrize("cell", CELLS)
def test_what_is_written_never_ends_in_a_lone_five_behind_the_shown_digits(cell):
    """Such a 5 may itself be rounded, and then the shown digit does not follow from what is written."""
    net, ids, read_trace = read(cell)
    for layer, token, unit in np.ndindex(2, 5, 3):
        for direction in ("forward", "reverse"):
            step = unit_step(net, ids, read_trace, layer, direction, unit, token)
            found = worked_out(cell, step.sums, step.before, step.decimals)
            for name in CELLS[cell].gates:
                behind = f"{found[name]:.{step.decimals}f}".split(".")[1][step.shown :]
                assert behind.rstrip("0") != "5"
