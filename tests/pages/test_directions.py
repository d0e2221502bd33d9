from __future__ import annotations

import pytest

from tests.pages.open_page import as_opened, open_page, texts, typed_over


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


def test_figures_of_other_nets_say_so_while_a_run_has_none_of_its_own():
    at = open_page("directions", tag_seed="4711")  # of the default seed there may be a finished run
    assert not any("This page uses" in text.value for text in at.caption)
    at.button(key="train:tagging").click().run()
    assert not at.exception
    assert any(
        "net that comes with the app**, not the run above" in text.value and "has not finished" in text.value
        for text in at.caption
    )


def test_the_guess_about_the_forward_net_is_judged_by_it():
    at = open_page("directions")
    at.radio(key="prediction").set_value("exactly the same in both").run()
    assert at.success
    assert "largest difference of a probability is **0**" in said(at, "Measured in the net")


def test_a_task_is_checked_on_what_the_nets_say_of_the_sentences():
    at = open_page("directions", first="Teddy needs new shoes.", second="Teddy needs new stuffing.")
    at.button(key="check:2").click().run()
    assert "The forward net's answers differ by exactly 0. **Done.**" in texts(at)
    at.button(key="check:1").click().run()
    assert "exactly the same: up to *Teddy*" in texts(at)
