from __future__ import annotations

import pytest

from tests.pages.open_page import as_opened, open_page, typed_over


def said(at, start):
    return next(text.value for text in at.markdown if text.value.startswith(start))


def test_the_feed_forward_net_cannot_tell_the_two_orders_apart():
    at = as_opened("why_sequence")
    text = said(at, "Difference between the two answers")
    assert "feed-forward **0.0000**" in text
    assert "recurrent **0.0000**" not in text


@pytest.mark.parametrize("sentence", ["", "good", "zzyx **b** <i>", "good " * 99])
def test_any_sentence_is_read_or_answered_in_a_sentence(sentence):
    at = typed_over("why_sequence")
    at.text_input(key="sentence").set_value(sentence).run()
    assert not at.exception
    if not sentence:
        assert any("at least one word" in box.value for box in at.info)


def test_words_that_the_nets_have_never_seen_are_named():
    captions = [caption.value for caption in open_page("why_sequence", sentence="كان الفيلم").caption]
    assert any(caption.startswith("The nets have never seen “كان”, “الفيلم”") for caption in captions)


@pytest.mark.parametrize("page", ["why_sequence", "remembering", "directions"])
def test_a_run_that_is_gone_is_named_once(page):
    said = [box.value for box in open_page(page, run="0123456789abcdef-1").warning]
    assert sum("0123456789abcdef" in text for text in said) == 1


def test_it_says_which_answers_are_right_and_the_opening_pair_shows_a_net_that_gives_them():
    at = open_page("why_sequence")
    text = said(at, "Difference between the two answers")
    assert "the writer's own verdict: the first is positive and the second is negative." in text
    assert "Recurrent: right on both." in text
    assert "Feed-forward: right on the first only." in text
    at.button(key="task:1").click().run()
    assert any("This pair is ours" in text.value for text in at.markdown)
    other = said(at, "Difference between the two answers")
    assert "Feed-forward: right on the second only. Recurrent: right on both." in other
    at.text_input(key="sentence").set_value("A film of my own.").run()
    assert "Which answers are right is for you to say" in said(at, "Difference between the two answers")


def test_the_difference_on_reviews_is_told_with_its_interval():
    text = said(as_opened("why_sequence"), "Right on 400 reviews set aside: recurrent ")
    assert "0 lies outside: **recurrent is better on reviews like these**" in text


def test_the_guess_about_the_net_without_order_is_answered_by_its_numbers():
    at = open_page("why_sequence")
    at.radio(key="prediction").set_value("the same to both").run()
    assert at.success
    feed_forward = said(at, "Feed-forward, probability of positive").split("**")[1]
    assert all(len(set(pair.split(" and "))) == 1 for pair in feed_forward.split("; "))
