from __future__ import annotations

import pytest

from seqviz.corpora.stories import country_story, filling
from tests.pages.open_page import open_page, texts


def test_a_finished_comparison_is_there_before_any_click():
    at = open_page("remembering")
    specs = " ".join(chart.proto.spec for chart in at.get("plotly_chart"))
    assert all(title in specs for title in ("What is remembered after a lag", "The gradient in these nets"))


def test_the_far_story_says_what_it_measured_at_its_longest():
    said = next(text.value for text in open_page("remembering").markdown if "Measured after" in text.value)
    assert all(country in said for country in ("France", "Spain", "Italy", "Germany", "Japan", "Poland"))


def test_the_recall_picture_says_why_the_lstm_forgets_and_that_it_is_richer_than_what_one_trains():
    said = " ".join(text.value for text in open_page("remembering").markdown)
    assert "**What comes with the app: RNN, LSTM, GRU of 32 units" in said
    assert "forget biases compared · 3 repetitions" in said
    assert "the mean of 3 trainings, from the seeds 0 to 2" in said
    assert "**Why the LSTM forgets.**" in said
    assert "as PyTorch draws it, near 0, 0.50 to the power 10 = 0.00098" in said
    assert "**it is the start that forgets, not the cell.**" in said


def test_the_far_story_says_how_its_net_was_made():
    said = " ".join(text.value for text in open_page("remembering").markdown)
    assert "The LSTM, whose forget biases began at 5, trained on such stories with at most 4 phrases" in said


@pytest.mark.parametrize(
    ("fillers", "said"),
    [
        ("9", "is *polish*, which is right: add filler."),
        ("10", "with one phrase less it is still *polish*. **Done.**"),
        ("12", "it is wrong already"),
    ],
)
def test_the_story_that_is_a_phrase_too_long_is_found(fillers, said):
    at = open_page("remembering", fillers=fillers)
    at.selectbox(key="country").set_value("poland")
    at.button(key="check:3").click().run()
    assert said in texts(at)


def test_the_guess_about_the_forget_bias_is_judged_by_the_nets():
    at = open_page("remembering")
    at.radio(key="prediction").set_value("forget bias 4").run()
    assert at.success


def test_the_story_is_told_with_as_much_filler_as_one_wants():
    at = open_page("remembering")
    at.slider(key="fillers").set_value(60).run()
    assert not at.exception
    story = country_story("france", filling(60))
    assert any(" ".join(story.tokens[:8]) in text.value and "\\_\\_" in text.value for text in at.markdown)
