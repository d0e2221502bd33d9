from __future__ import annotations

import pytest

from tests.pages.open_page import open_page


def said(at, start):
    return next(text.value for text in at.markdown if text.value.startswith(start))


def test_the_feed_forward_net_cannot_tell_the_two_orders_apart():
    at = open_page("why_sequence")
    text = said(at, "Difference between the two answers")
    assert "feed-forward **0.0000**" in text
    assert "recurrent **0.0000**" not in text


@pytest.mark.parametrize("sentence", ["", "good", "zzyx **b** <i>", "good " * 99])
def test_any_sentence_is_read_or_answered_in_a_sentence(sentence):
    at = open_page("why_sequence")
    at.text_input(key="sentence").set_value(sentence).run()
    assert not at.exception
    if not sentence:
        assert any("at least one word" in box.value for box in at.info)


def test_words_that_the_nets_have_never_seen_are_named():
    captions = [caption.value for caption in open_page("why_sequence", sentence="كان الفيلم").caption]
    assert any(caption.startswith("The nets have never seen “كان”, “الفيلم”") for caption in captions)


@pytest.mark.parametrize("terms", [4, 40])
@pytest.mark.parametrize("way", ["the true numbers", "its own guesses"])
def test_numbers_go_on_as_far_as_one_wants(terms, way):
    at = open_page("why_sequence")
    at.slider(key="terms").set_value(terms).run()
    at.button_group(key="reads").set_value([way]).run()
    assert not at.exception
    assert "**tanh**" in said(at, "Measured")


def test_the_tanh_net_fails_beyond_what_it_learned():
    at = open_page("why_sequence")
    assert "**relu**: within a tenth up to the last" in said(at, "Measured")
    assert "**tanh**: more than a tenth off for good after number 12" in said(at, "Measured")


@pytest.mark.parametrize("page", ["why_sequence", "gradients", "directions"])
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
    other = said(at, "Difference between the two answers")
    assert "Feed-forward: right on the second only. Recurrent: right on both." in other
    at.text_input(key="sentence").set_value("A film of my own.").run()
    assert "Which answers are right is for you to say" in said(at, "Difference between the two answers")


def test_the_difference_on_reviews_is_told_with_its_interval():
    text = said(open_page("why_sequence"), "Right on 400 reviews set aside: recurrent ")
    assert "0 lies outside: **recurrent is better on reviews like these**" in text


def test_the_hidden_states_caption_follows_the_nets_pooling():
    captions = " ".join(caption.value for caption in open_page("why_sequence").caption)
    assert "largest value and the mean of each unit over *all* tokens" in captions


def test_the_guess_about_the_tanh_net_is_answered_by_its_numbers():
    at = open_page("why_sequence")
    at.radio(key="prediction").set_value("it stops at a largest number").run()
    assert at.success
    guess, bound = (float(said(at, "Given the true numbers").split("**")[k].replace(",", "")) for k in (1, 3))
    assert 144 < guess <= bound
