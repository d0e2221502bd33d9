from __future__ import annotations

import pytest

from seqviz.experiments.fibonacci.config import FibonacciExperiment
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.runs.workers.runner import run_in_process
from seqviz.text.tokens import words
from seqviz.ui.server.engine import store
from tests.new_cell.cells import NEW, known
from tests.pages.open_page import as_opened, open_page


@pytest.fixture(scope="module")
def gru_run(data_home):
    """A finished run of a tiny GRU of two layers and both directions, with its snapshots."""
    experiment = SentimentExperiment(
        cell="gru",
        hidden_sizes=(3, 2),
        bidirectional=True,
        num_epochs=1,
        embedding_dim=2,
        max_length=20,
        batch_size=512,
    )
    run = store().submit(experiment, "a student")
    run_in_process(store(), run.id)
    return run.id


def headings(at):
    return [heading.value for heading in at.subheader]


def said(at):
    return " ".join(element.value for element in [*at.info, *at.caption, *at.text, *at.markdown, *at.warning])


def test_it_opens_with_a_net_a_sentence_and_its_arithmetic():
    at = as_opened("gate_inspector")
    assert at.text_area(key="sentence").value.startswith("The film was not good")
    assert headings(at)[:3] == [
        "The arithmetic behind the numbers",
        "What excites unit 0",
        "Find a unit that follows …",
    ]
    assert "agree with the net's own values in all 4 decimals shown" in said(at)
    assert not at.info


@pytest.mark.parametrize("sentence", ["", "   ☃☃ \n", "<>&"])
def test_a_text_without_a_word_gets_a_sentence(sentence):
    at = open_page("gate_inspector")
    at.text_area(key="sentence").set_value(sentence).run()
    assert not at.exception
    assert at.info[0].value.startswith("There is no word in this text")


def test_markup_is_read_as_words():
    at = open_page("gate_inspector")
    at.text_area(key="sentence").set_value("<script>alert(1)</script>").run()
    assert not at.exception
    assert "script" in said(at)


def test_a_thousand_and_more_tokens_are_shown_and_what_does_not_fit_is_named():
    at = open_page("gate_inspector")
    at.text_area(key="sentence").set_value("good " * 2100).run()
    assert not at.exception
    assert "the last 100 tokens of this text were cut off" in said(at)
    assert "The net learned from at most 400 tokens of a review; here it reads all" in said(at)


def test_words_the_net_never_saw_are_named():
    at = open_page("gate_inspector")
    at.text_area(key="sentence").set_value("A quibblefrotz of a film").run()
    assert "Not in the net's vocabulary" in said(at)
    assert "quibblefrotz" in said(at)


def test_one_token_is_enough():
    at = open_page("gate_inspector")
    at.text_area(key="sentence").set_value("good").run()
    assert not at.exception
    assert "The arithmetic behind the numbers" in headings(at)


def test_one_of_the_nets_own_mistakes_is_a_click_away():
    at = open_page("gate_inspector", run="bundled")
    at.button(key="mistake:0").click().run()
    assert len(words(at.text_area(key="sentence").value)) > 5
    assert not at.exception


def test_mistakes_on_real_reviews_are_not_handed_on_and_it_says_why():
    at = as_opened("gate_inspector")
    assert not any(button.key.startswith("mistake:") for button in at.button)
    assert "they do not come with the app" in said(at)


def test_the_address_opens_a_unit_and_a_token():
    at = open_page("gate_inspector", sentence="not good", at_unit="7", at_token="1", at_gate="cell_state")
    assert "What excites unit 7" in headings(at)
    assert any("at token 2: good" in text.value for text in at.text)


def test_an_address_out_of_bounds_is_named_and_the_default_taken():
    at = open_page("gate_inspector", at_unit="999", at_gate="garden_gate")
    assert len(at.warning) == 2
    assert "garden" in at.warning[0].value + at.warning[1].value
    assert "What excites unit 0" in headings(at)


def test_a_run_that_is_gone_is_named_and_the_bundled_net_read():
    at = open_page("gate_inspector", run="0123456789abcdef-1")
    assert "never made, or has been deleted" in at.warning[0].value
    assert "The arithmetic behind the numbers" in headings(at)


def test_two_sentences_are_laid_over_each_other():
    at = open_page("gate_inspector", compare="sentence", sentence="It was good.", second="It was not good.")
    at.text_input(key="second").set_value("").run()
    assert at.info[0].value.startswith("There is no word")
    at.text_input(key="second").set_value("bad").run()
    assert not at.exception and not at.info
    assert "(first text)" in said(at)


def test_every_layer_and_direction_of_a_run_can_be_read(gru_run):
    at = open_page("gate_inspector", run=gru_run)
    assert at.radio(key="at_layer").options == [
        "layer 1, forward", "layer 1, reverse", "layer 2, forward", "layer 2, reverse"
    ]  # fmt: skip
    for layer in ("1 reverse", "2 reverse"):
        at.radio(key="at_layer").set_value(layer).run()
        assert not at.exception
        assert f"Unit 0 of layer {layer.replace(' ', ', ')}" in said(at)


def test_another_net_and_its_own_past_are_laid_below(gru_run):
    at = open_page("gate_inspector", run=gru_run, compare="training")
    assert not at.info
    assert "at token 4: not (the finished net)" in said(at)
    at.radio(key="compare").set_value("net").run()
    assert not at.exception
    assert "Unit 5 of one net has nothing to do with unit 5 of another" in said(at)


def test_a_net_without_snapshots_says_so():
    at = open_page("gate_inspector", compare="training")
    assert at.info[0].value.startswith("This net was kept only as it was after training")


def test_units_are_searched_by_a_word_list_of_ones_own():
    at = open_page("gate_inspector")
    at.selectbox(key="follows").set_value("words of my own").run()
    assert at.metric[-1].label.startswith("Unit ")
    at.text_input(key="own_words").set_value("xyzzy").run()
    assert not at.exception
    assert at.info[0].value.startswith("None of these words stands in the sample")


def test_a_unit_of_the_ranking_is_one_click_from_being_looked_at():
    at = open_page("gate_inspector")
    button = next(button for button in at.button if str(button.key).startswith("rank:"))
    button.click().run()
    assert f"What excites {button.label}" in headings(at)


def test_the_guess_is_answered_from_the_net():
    at = open_page("gate_inspector")
    at.radio(key="prediction").set_value("above 0.9").run()
    assert not at.exception
    assert "It is unit" in said(at)


def test_a_link_with_a_run_of_another_kind_says_which(data_home):
    run = store().submit(FibonacciExperiment(num_steps=10), "a student")
    run_in_process(store(), run.id)
    at = open_page("gate_inspector", run=run.id)
    assert "it is a fibonacci run, which its own page shows" in at.warning[0].value


@pytest.mark.parametrize("cell", NEW)
def test_a_net_of_a_cell_that_only_this_test_knows_is_drawn_gate_by_gate(cell, data_home):
    with known(NEW[cell]):
        experiment = SentimentExperiment(
            cell=cell, hidden_sizes=(3,), num_epochs=1, embedding_dim=2, max_length=8, batch_size=512
        )
        run = store().submit(experiment, "a student")
        run_in_process(store(), run.id)
        at = open_page("gate_inspector", run=run.id, sentence="not good", at_unit="1", at_token="1")
        assert "The arithmetic behind the numbers" in headings(at)
        assert "What excites unit 1" in headings(at)
        assert ("is the peephole" in said(at)) == bool(NEW[cell].peepholes)
        assert not at.warning
