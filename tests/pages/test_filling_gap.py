from __future__ import annotations

import pytest

from seqviz.lessons.filling_gap.gap import FRANCE
from tests.pages.open_page import as_opened, open_page, texts, typed_over


def said(at, start):
    return next(text.value for text in at.markdown if text.value.startswith(start))


def test_each_side_fills_in_what_is_settled_on_its_side():
    at = as_opened("filling_gap")
    assert "is “pool”" in said(at, "The word blanked")
    numbers = [float(part.split("**")[0]) for part in said(at, "The word blanked").split(" **")[1:]]
    assert numbers[0] < 0.3
    assert min(numbers[1:]) > 0.9
    at = open_page("filling_gap", story=FRANCE, blank=str(FRANCE.split().index("french")))
    assert "is “french”" in said(at, "The word blanked")
    left, right, both = (float(p.split("**")[0]) for p in said(at, "The word blanked").split(" **")[1:])
    assert right < 0.3
    assert min(left, both) > 0.9


@pytest.mark.parametrize("story", ["", "france", "zzyx $5 <i> `x`", "the " * 240])
def test_any_story_is_read_or_answered_in_a_sentence(story):
    at = typed_over("filling_gap")
    at.text_input(key="story").set_value(story).run()
    assert not at.exception
    if not story:
        assert any("no word in this story" in box.value for box in at.info)


def test_the_address_says_which_word_is_blanked_and_is_named_when_it_cannot_be():
    at = open_page("filling_gap", blank="1")
    assert "is “boys”" in said(at, "The word blanked")
    at = open_page("filling_gap", blank="many")
    assert any("blank needs a whole number" in box.value for box in at.warning)
    assert "is “pool”" in said(at, "The word blanked")


def test_the_net_that_reads_both_ways_is_set_beside_the_forward_one_where_it_cannot_copy():
    at = as_opened("filling_gap")
    assert "below the 0.818 of the net that only reads forward" in said(at, "The net with both")


def test_the_guess_about_the_country_is_judged_by_the_nets():
    at = open_page("filling_gap")
    at.radio(key="prediction").set_value(
        "the one that reads what stands to the right, and the one that reads both sides"
    ).run()
    assert at.success
    assert "left *" in said(at, "The first choices of the nets")


def test_a_task_is_checked_on_the_word_that_is_blanked():
    at = open_page("filling_gap", story=FRANCE, blank=str(FRANCE.split().index("french")))
    at.button(key="check:1").click().run()
    assert "Blanked is “french”" in texts(at)
    assert "**Done.**" in texts(at)
