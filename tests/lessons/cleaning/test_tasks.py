from __future__ import annotations

from dataclasses import replace

import pytest

from seqviz.lessons.cleaning.controls import DROPPED, EXAMPLES, TYPED, options_of
from seqviz.lessons.cleaning.tasks import (
    SLIP,
    TASKS,
    Screen,
    apostrophes_first,
    lancaster_stems,
    negations_dropped,
    slip_of_the_pen,
)
from seqviz.text.chain import USUAL, Options

SENTENCES = ("The film was good.", "The film was not good.")


def options(stemmer: str = "porter", kept: str = "every script", drop_negations: bool = False) -> Options:
    return options_of(stemmer, kept, DROPPED.default, drop_negations)


def screen(text: str, *order: str, chosen: Options | None = None) -> Screen:
    return Screen(text, order or USUAL, chosen or options(), SENTENCES)


NOT_GOOD = screen(EXAMPLES["Not good"])
FIRST = ("html", "special", "contractions", "stem", "stop")


def test_negations_are_dropped_when_they_are_stop_words():
    result = negations_dropped(replace(NOT_GOOD, options=options(drop_negations=True)))
    assert result.is_done
    assert result.said.startswith("Negations left: 0 of 2; the text is “film wa good watch reader” now.")
    assert result.said.endswith("become one after *Remove stop words*.")


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (NOT_GOOD, "2 of 2 (not)"),
        (screen("Good."), "no negation that could go"),
        (screen("<p>not", "html", "stop", chosen=options()), "1 of 1 (not)"),
        (screen("I don't", *FIRST), "not as stop words"),
    ],
)
def test_negations_that_are_left_or_went_otherwise_are_named(there, said):
    result = negations_dropped(there)
    assert not result.is_done and said in result.said


def test_an_apostrophe_taken_first_costs_the_negation():
    result = apostrophes_first(screen(TYPED.default, *FIRST))
    assert result.is_done
    assert "“dont know im feel 22” (negations: 0)" in result.said
    assert "“not know feel 22” (1)." in result.said


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (screen(TYPED.default), "still expanded first"),
        (screen(TYPED.default, "special"), "needs"),
        (screen("So good.", *FIRST), "costs no negation"),
    ],
)
def test_the_other_order_or_a_text_without_contractions_is_not_enough(there, said):
    result = apostrophes_first(there)
    assert not result.is_done and said in result.said


def test_the_slip_keeps_signs_and_loses_letters():
    there = screen("a_b é^", "special", chosen=options(kept=SLIP))
    assert slip_of_the_pen(there).said == r"Signs that stay: ^, \_. Letters that go: é."
    assert slip_of_the_pen(there).is_done
    assert "take the example" in slip_of_the_pen(replace(there, text="plain")).said
    assert not slip_of_the_pen(replace(there, options=options(kept="[^a-zA-Z]"))).is_done


def test_lancaster_makes_what_is_no_word():
    there = screen(EXAMPLES["Stems"], "stem", chosen=options("lancaster"))
    result = lancaster_stems(there)
    assert result.is_done and "university → univers" in result.said
    assert "Porter makes of the same text “The univers appeal of these charm poni" in result.said
    assert "choose Lancaster" in lancaster_stems(replace(there, options=options())).said
    assert "every stem is a word" in lancaster_stems(replace(there, text="good film")).said


def test_an_empty_text_and_an_empty_chain_get_a_sentence():
    for task in TASKS:
        for there in (screen(""), Screen("", (), options(), SENTENCES)):
            assert not task.check(there).is_done
