from __future__ import annotations

import json
import re

from seqviz.models.cells.registry import CELLS
from tests.new_cell.cells import PEEPHOLE, known
from tests.pages.open_page import open_page


def answers(at):
    """The probabilities in the bars of the surgery's figure."""
    figure = next(chart for chart in at.get("plotly_chart") if "What the net answers" in chart.proto.spec)

    return [float(text) for text in json.loads(figure.proto.spec)["data"][0]["text"]]


def test_where_the_reset_gate_acts_is_told_by_the_nets_numbers():
    at = open_page("gru_cell")
    assert any("whose states differ by up to" in text.value for text in at.markdown)
    apart = next(text.value for text in at.markdown if "With the weights of the trained net" in text.value)
    assert float(re.search(r"differ by up to (\d\.\d+)", apart)[1]) > 0
    at.button(key="example:Light switch").click().run()
    said = next(text.value for text in at.markdown if "Which side z multiplies" in text.value)
    assert "recurrent weights U are all 0 in this net" in said
    assert "turns the first line into the second" not in said


def test_the_guess_about_open_update_gates_is_judged_by_the_net():
    at = open_page("gru_cell")
    at.radio(key="prediction").set_value("it never takes anything in").run()
    assert at.success


def test_the_gru_pages_table_counts_by_formula():
    with known(PEEPHOLE):
        at = open_page("gru_cell")
        at.slider(key="input_size").set_value(64).run()
        at.slider(key="hidden_size").set_value(128).run()
    table = at.table[1].value.set_index("Cell")
    assert (
        dict(table["counted"]).items()
        >= {
            "RNN": "24,832",
            "LSTM": "99,328",
            "GRU": "74,496",
            "PEEPHOLE": "99,712",
        }.items()
    )
    assert (
        dict(table["PyTorch, by formula"]).items()
        >= {
            "RNN": "(h·x + h·h + 2·h) = 24,832",
            "LSTM": "4 · (h·x + h·h + 2·h) = 99,328",
            "GRU": "3 · (h·x + h·h + 2·h) = 74,496",
            "PEEPHOLE": "4 · (h·x + h·h + 2·h) + 3·h = 99,712",
        }.items()
    )
    assert (
        dict(table["Keras, by formula"]).items()
        >= {
            "RNN": "(h·x + h·h + h) = 24,704",
            "LSTM": "4 · (h·x + h·h + h) = 98,816",
            "GRU": "3 · (h·x + h·h + 2·h) = 74,496",
            "PEEPHOLE": "no such layer",
        }.items()
    )
    assert any("**0.7500**" in text.value for text in at.markdown)


def test_the_time_per_step_is_measured_when_asked_for_and_kept_for_its_size():
    at = open_page("gru_cell")
    next(button for button in at.button if "Measure" in button.label).click().run()
    assert not at.exception
    times = at.table[2].value
    assert len(times) == len(CELLS) + 1 and any("nn.GRU" in layer for layer in times["Layer"])
    assert all(
        re.fullmatch(
            r"[\d.]+ ms \(median; a quarter of the steps took less than [\d.]+, a quarter more than [\d.]+\)",
            time,
        )
        for time in times["Time per step"]
    )
    assert any("with ours and" in text.value for text in at.markdown)
    at.slider(key="hidden_size").set_value(33).run()
    assert len(at.table) == 2


def test_a_link_to_the_light_switch_is_understood_and_one_to_no_net_is_named():
    at = open_page("gru_cell", net="set by hand: a light switch", sentence="on wait")
    assert not at.warning
    assert answers(at)[0] > 0.98
    at = open_page("gru_cell", net="run 7")
    assert at.warning[0].value.startswith("net needs one of")
