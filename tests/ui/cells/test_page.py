from __future__ import annotations

import json

import pytest

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.runs.workers.runner import run_in_process
from seqviz.ui.cells.examples import SWITCHES
from seqviz.ui.cells.nets import opens_with
from seqviz.ui.server.engine import store
from tests.pages.open_page import open_page, typed_over

PAGES = ("lstm_cell", "gru_cell")


def answers(at):
    """The probabilities in the bars of the surgery's figure."""
    figure = next(chart for chart in at.get("plotly_chart") if "What the net answers" in chart.proto.spec)

    return [float(text) for text in json.loads(figure.proto.spec)["data"][0]["text"]]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("sentence", ["", "   ", "good", "zzyx <b>qq</b> **x**", "very good " * 250])
def test_any_sentence_is_read_or_answered_in_a_sentence(page, sentence):
    at = typed_over(page)
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
    assert at.selectbox(key="net").value == opens_with("lstm") == "imdb-lstm-last"
    assert not any("does not know" in caption.value for caption in at.caption)


def test_what_the_answer_rests_on_follows_the_net():
    at = open_page("lstm_cell", net="imdb-lstm")
    assert any("mean of each unit over *all* tokens" in text.value for text in at.markdown)
    at.button(key="example:Light switch").click().run()
    assert any("off the state after the last token alone" in text.value for text in at.markdown)


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
