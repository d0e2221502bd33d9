from __future__ import annotations

import json
import re

import pytest

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.figures.palette import GATE_NAMES
from seqviz.models.cells.registry import CELLS
from seqviz.runs.workers.runner import run_in_process
from seqviz.ui.cells.examples import SWITCHES
from seqviz.ui.server.engine import store
from tests.models.cells.new_cells import PEEPHOLE, known
from tests.pages.open_page import open_page

PAGES = ("lstm_cell", "gru_cell")


def answers(at):
    """The probabilities in the bars of the surgery's figure."""
    figure = next(chart for chart in at.get("plotly_chart") if "What the net answers" in chart.proto.spec)

    return [float(text) for text in json.loads(figure.proto.spec)["data"][0]["text"]]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("sentence", ["", "   ", "good", "zzyx <b>qq</b> **x**", "very good " * 250])
def test_any_sentence_is_read_or_answered_in_a_sentence(page, sentence):
    at = open_page(page)
    at.text_input(key="sentence").set_value(sentence).run()
    assert not at.exception
    if sentence.strip():
        assert 0 <= answers(at)[0] <= 1
    else:
        assert "no word" in at.info[0].value


@pytest.mark.parametrize("page", PAGES)
def test_the_light_switch_knows_whether_the_light_is_on(page):
    at = open_page(page)
    at.selectbox(key="net").set_value("by hand").run()
    at.text_input(key="sentence").set_value(SWITCHES).run()
    assert answers(at)[0] > 0.98
    at.text_input(key="sentence").set_value(SWITCHES + " off wait wait").run()
    assert answers(at)[0] < 0.02


def test_the_light_switchs_button_brings_the_net_that_knows_its_words():
    at = open_page("lstm_cell")
    at.button(key="example:Light switch").click().run()
    assert at.selectbox(key="net").value == "by hand"
    assert answers(at)[0] > 0.98
    assert not any("does not know" in caption.value for caption in at.caption)
    assert any("Here “wait” stands for any other word, on purpose" in caption.value for caption in at.caption)
    at.button(key="example:Not good").click().run()
    assert at.selectbox(key="net").value == "trained"
    assert not any("does not know" in caption.value for caption in at.caption)


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


def test_what_the_answer_rests_on_follows_the_net():
    at = open_page("lstm_cell")
    assert any("mean of each unit over *all* tokens" in text.value for text in at.markdown)
    at.button(key="example:Light switch").click().run()
    assert any("off the state after the last token alone" in text.value for text in at.markdown)


def test_where_the_reset_gate_acts_is_told_by_the_nets_numbers():
    at = open_page("gru_cell")
    assert any("whose states differ by up to" in text.value for text in at.markdown)
    apart = next(text.value for text in at.markdown if "With the weights of the trained net" in text.value)
    assert float(re.search(r"differ by up to (\d\.\d+)", apart)[1]) > 0
    at.button(key="example:Light switch").click().run()
    said = next(text.value for text in at.markdown if "Which side z multiplies" in text.value)
    assert "recurrent weights U are all 0 in this net" in said
    assert "turns the first line into the second" not in said


def test_a_held_gate_shows_a_second_answer_and_a_task_takes_it_back():
    at = open_page("lstm_cell")
    assert len(answers(at)) == 1
    at.selectbox(key="held").set_value("forget_gate").run()
    first, second = answers(at)
    assert first != second
    at.button(key="task:3").click().run()
    assert len(answers(at)) == 2  # the swapped word
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


def test_of_a_text_without_a_known_word_the_answer_is_said_to_mean_nothing():
    at = open_page("gru_cell", sentence="كان الفيلم")
    assert "It has read nothing else: its answer says nothing about this text." in [
        c.value for c in at.caption
    ]
    at.text_input(key="sentence").set_value("كان film").run()
    assert not any("says nothing" in caption.value for caption in at.caption)


def test_a_position_beyond_the_text_is_brought_inside():
    at = open_page("lstm_cell")
    at.text_input(key="sentence").set_value("good").run()
    assert not at.exception


def test_the_guess_about_open_update_gates_is_judged_by_the_net():
    at = open_page("gru_cell")
    at.radio(key="prediction").set_value("it never takes anything in").run()
    assert at.success


def test_the_guess_about_shut_forget_gates_is_answered_with_numbers():
    at = open_page("lstm_cell")
    at.radio(key="prediction").set_value("yes, blind").run()
    assert "It is: no, something still comes through" in at.info[-1].value
    said = next(text.value for text in at.markdown if "apart in the net as it is" in text.value)
    assert "**0.000**" not in said


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


def test_a_net_of_several_layers_and_directions_says_which_one_is_drawn_and_what_it_reads():
    experiment = SentimentExperiment(
        cell="gru", hidden_sizes=(3, 2), bidirectional=True, num_epochs=1, embedding_dim=2, batch_size=512
    )
    run = store().submit(experiment, "a student")
    run_in_process(store(), run.id)
    at = open_page("gru_cell", net=f"run {run.id}")
    assert not at.warning
    layer = at.selectbox(key="layer")
    assert layer.options[0] == "layer 1 forward"
    layer.set_value("layer 2 from the end").run()
    by_link = open_page("gru_cell", net=f"run {run.id}", layer="layer 2 from the end")
    for shown in (at, by_link):
        assert not shown.exception
        said = [caption.value for caption in shown.caption]
        assert any("what the layer below says" in text for text in said)
        assert any("reads from the end" in text for text in said)
    at = open_page("gru_cell", net=f"run {run.id}", layer="layer 3 forward")  # which the net lacks
    assert at.selectbox(key="layer").value == "1 forward"


def test_a_net_of_a_cell_that_is_shown_with_the_lstm_is_drawn_on_its_page_with_its_own_equations():
    with known(PEEPHOLE):
        experiment = SentimentExperiment(
            cell="peephole", hidden_sizes=(3,), num_epochs=1, embedding_dim=2, max_length=8, batch_size=512
        )
        run = store().submit(experiment, "a student")
        run_in_process(store(), run.id)
        at = open_page("lstm_cell", net=f"run {run.id}")
        assert not at.warning
        assert "p_o" in at.latex[0].value
        assert not any(run.id in net for net in open_page("gru_cell").selectbox(key="net").options)
    at = open_page("lstm_cell", net=f"run {run.id}")  # the cell is known no longer
    assert "net" in at.warning[0].value and "p_o" not in at.latex[0].value


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
