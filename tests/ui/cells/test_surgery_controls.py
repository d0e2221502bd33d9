from __future__ import annotations

import json

import pytest

from seqviz.figures.palette import GATE_NAMES
from tests.pages.open_page import open_page


def answers(at):
    """The probabilities in the bars of the surgery's figure."""
    figure = next(chart for chart in at.get("plotly_chart") if "What the net answers" in chart.proto.spec)

    return [float(text) for text in json.loads(figure.proto.spec)["data"][0]["text"]]


@pytest.mark.parametrize(
    ("gate", "asked", "taken"),
    [
        ("forget_gate", "3.0", 1.0),
        ("output_gate", "-0.5", 0.0),
        ("candidate", "-3.0", -1.0),
        ("hidden_state", "1.5", 1.0),
        ("cell_state", "-3.0", -3.0),
        ("forget_gate", "0.5", 0.5),
    ],
)
def test_a_gate_is_held_within_what_its_equation_can_give(gate, asked, taken):
    at = open_page("lstm_cell", held=GATE_NAMES[gate], held_at=asked)
    assert at.selectbox(key="held").value == gate
    assert at.slider(key="held_at").value == taken
    written = at.query_params.get("held_at", ["0"])
    assert float(written[0] if isinstance(written, list) else written) == taken
    assert any(f"{taken:g} in place of".replace("-", "−") in caption.value for caption in at.caption) is (
        float(asked) != taken
    )
    assert len(answers(at)) == 2


def test_another_gate_takes_over_the_value_as_far_as_it_can():
    at = open_page("lstm_cell")
    assert at.slider(key="held_at").disabled
    at.selectbox(key="held").set_value("cell_state").run()
    at.slider(key="held_at").set_value(2.5).run()
    at.selectbox(key="held").set_value("forget_gate").run()
    assert at.slider(key="held_at").value == 1.0
    assert (at.slider(key="held_at").min, at.slider(key="held_at").max) == (0.0, 1.0)
    at.selectbox(key="held").set_value("candidate").run()
    assert at.slider(key="held_at").value == 1.0


def test_a_held_gate_shows_a_second_answer_and_a_task_takes_it_back():
    at = open_page("lstm_cell")
    assert len(answers(at)) == 1
    at.selectbox(key="held").set_value("forget_gate").run()
    first, second = answers(at)
    assert first != second
    at.button(key="task:3").click().run()
    assert len(answers(at)) == 1
    at.text_input(key="word").set_value("rather").run()
    assert len(answers(at)) == 2
    at.button(key="task:1").click().run()
    at.number_input(key="swap").set_value(0).run()
    assert len(answers(at)) == 1


def test_a_reset_or_a_swap_beyond_the_text_changes_nothing():
    at = open_page("gru_cell")
    at.number_input(key="reset").set_value(1_000).run()
    at.number_input(key="swap").set_value(999).run()
    assert not at.exception
    assert len(answers(at)) == 1
    assert sum("nothing is changed" in caption.value for caption in at.caption) == 2


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("zzyx", "does not know “zzyx”"),
        ("rather good", "One word takes the place of one: “rather”"),
        ("---", "There is no word in"),
    ],
)
def test_a_new_word_that_is_not_one_known_word_is_named(word, said):
    at = open_page("lstm_cell")
    at.number_input(key="swap").set_value(8).run()
    at.text_input(key="word").set_value(word).run()
    assert not at.exception
    captions = [caption.value for caption in at.caption]
    assert "Token 8 is “but”." in captions
    assert any(said in caption.replace("\\", "") for caption in captions)


def test_a_word_put_into_the_light_switchs_sentence_stands_for_any_other_on_purpose():
    at = open_page(
        "lstm_cell", net="set by hand: a light switch", sentence="on off on", swap="2", word="wait"
    )
    said = [caption.value for caption in at.caption if "“wait”" in caption.value]
    assert len(said) == 1 and "stands for any other word, on purpose" in said[0]
    assert not any("does not know" in caption.value for caption in at.caption)
