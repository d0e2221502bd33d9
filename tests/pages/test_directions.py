from __future__ import annotations

import pytest

from seqviz.corpora.stories import country_story, filling
from tests.pages.open_page import as_opened, open_page, typed_over


def said(at, start):
    return next(text.value for text in at.markdown if text.value.startswith(start))


def test_the_bundled_taggers_show_what_one_direction_cannot_know():
    at = as_opened("directions")
    text = said(at, "Largest difference")
    assert "**0.000000** for the net that reads forward" in text
    assert "the forward net cannot tell them apart" in text
    assert [metric.value for metric in at.metric[:3]] == ["50%", "100%", "100%"]


@pytest.mark.parametrize("sentence", ["", "teddy", "zzyx **teddy** <b>", "no such word", "teddy and " * 250])
def test_any_teddy_sentence_is_read_or_answered_in_a_sentence(sentence):
    at = typed_over("directions")
    at.text_input(key="first").set_value(sentence[:300]).run()
    assert not at.exception
    if "teddy" not in sentence:
        assert any("needs the word" in box.value for box in at.info)


def test_each_side_fills_in_what_is_settled_on_its_side():
    at = open_page("directions")
    assert "is “pool”" in said(at, "The word blanked")
    numbers = [float(part.split("**")[0]) for part in said(at, "The word blanked").split(" **")[1:]]
    assert numbers[0] < 0.3
    assert min(numbers[1:]) > 0.9
    at.button(key="task:3").click().run()
    assert "is “french”" in said(at, "The word blanked")
    left, right, both = (float(p.split("**")[0]) for p in said(at, "The word blanked").split(" **")[1:])
    assert right < 0.3
    assert min(left, both) > 0.9


@pytest.mark.parametrize("story", ["", "france", "zzyx $5 <i> `x`", "the " * 240])
def test_any_story_is_read_or_answered_in_a_sentence(story):
    at = typed_over("directions")
    at.text_input(key="story").set_value(story).run()
    assert not at.exception
    if not story:
        assert any("no word in this story" in box.value for box in at.info)


def test_the_page_on_remembering_tells_the_story_with_as_much_filler_as_one_wants():
    at = open_page("remembering")
    at.slider(key="fillers").set_value(60).run()
    assert not at.exception
    story = country_story("france", filling(60))
    assert any(" ".join(story.tokens[:8]) in text.value and "\\_\\_" in text.value for text in at.markdown)


def test_the_address_says_which_word_is_blanked_and_is_named_when_it_cannot_be():
    at = open_page("directions", blank="1")
    assert "is “boys”" in said(at, "The word blanked")
    at = open_page("directions", blank="many")
    assert any("blank needs a whole number" in box.value for box in at.warning)
    assert "is “pool”" in said(at, "The word blanked")


def test_figures_of_other_nets_say_so_while_a_run_has_none_of_its_own():
    at = open_page("directions", tag_seed="4711")  # of the default seed there may be a finished run
    assert not any("This page uses" in text.value for text in at.caption)
    at.button(key="train:tagging").click().run()
    assert not at.exception
    assert any(
        "net that comes with the app**, not the run above" in text.value and "has not finished" in text.value
        for text in at.caption
    )


def test_it_shows_where_depth_matters_and_where_it_does_not():
    texts = [
        text.value for text in as_opened("directions").markdown if "On the words, whose two" in text.value
    ]
    assert len(texts) == 2  # below the picture, and among the misconceptions
    words, brackets = texts[0].split("On the brackets")
    assert "**Here the second layer is what it takes**" in words
    assert "**Here a second layer is not needed**" in brackets


@pytest.mark.parametrize("string", ["", "cats", "((((", "]", "( $5 <i> ]", "()" * 100])
def test_any_string_of_brackets_is_marked_or_answered_in_a_sentence(string):
    at = typed_over("directions")
    at.text_input(key="brackets").set_value(string).run()
    assert not at.exception
    assert any("at least one bracket" in box.value for box in at.info) is (not string)


def test_the_guess_about_the_forward_net_is_judged_by_it():
    at = open_page("directions")
    at.radio(key="prediction").set_value("exactly the same in both").run()
    assert at.success
    assert "largest difference of a probability is **0**" in said(at, "Measured in the net")


def test_the_net_that_reads_both_ways_is_set_beside_the_forward_one_where_it_cannot_copy():
    assert "below the 0.818 of the net that only reads forward" in said(
        as_opened("directions"), "The net with both"
    )
