from __future__ import annotations

import pytest

from tests.pages.open_page import as_opened, open_page


def texts(at):
    return [text.value for text in at.text]


def test_it_opens_on_a_net_that_has_translated():
    at = as_opened("seq2seq")
    assert any("mon chien noir" in text for text in texts(at))
    assert any("Sentences of tatoeba.org" in caption.value for caption in at.caption)


def test_the_net_of_our_own_french_can_be_chosen():
    at = open_page("seq2seq", net="bundled")
    assert any("la maison blanche" in text for text in texts(at))
    assert any("Generated for this app" in caption.value for caption in at.caption)


@pytest.mark.parametrize("source", ["she buys an apple", "zzz qqq", "house " * 150, "'", "é"])
def test_any_source_is_read(source):
    at = open_page("seq2seq")
    at.text_input(key="source").set_value(source).run()
    assert not at.exception


def test_the_steps_can_be_scrubbed_past_the_end():
    at = open_page("seq2seq")
    at.slider(key="step").set_value(40).run()
    assert not at.exception
    assert any("the last step is shown" in caption.value for caption in at.caption)


def test_a_wider_beam_is_searched():
    at = open_page("seq2seq")
    at.slider(key="width").set_value(8).run()
    assert any("Best of the beam" in text.value for text in at.markdown)


def test_a_sentence_of_two_hundred_words_fits_into_the_line():
    at = open_page("seq2seq")
    at.text_input(key="source").set_value("grandmother " * 160 + "sees a cat").run()
    assert not at.exception
    assert any(text.count("grandmother") == 160 for text in texts(at))


def test_the_guess_is_judged_by_what_was_held_out():
    at = open_page("seq2seq")
    at.radio(key="prediction").set_value("fewer than a quarter").run()
    assert any("That is right" in success.value for success in at.success)


def test_a_task_is_checked_on_the_beam_and_on_the_training():
    at = open_page("seq2seq", width="1")
    at.button(key="check:1").click().run()
    assert any("A beam of 1 is greedy writing" in text.value for text in at.markdown)
    at.button(key="check:3").click().run()
    assert any("a teacher gives the right word" in text.value for text in at.markdown)
