from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seqviz.lessons.directions.tasks import (
    BOTH,
    FORWARD,
    Screen,
    first_knows_last,
    told_apart_before,
    turned_round,
)

LONG = ("he", "said", ",", "teddy", "bears", "are", "on", "sale", "!")
UNSURE = np.array([[0.0, 0.5, 0.5], [0.0, 0.5, 0.5]])
TOY_THEN_PERSON = np.array([[0.0, 0.99, 0.01], [0.0, 0.02, 0.98]])
SCREEN = Screen((LONG, LONG), {FORWARD: UNSURE, BOTH: TOY_THEN_PERSON}, FORWARD, {FORWARD: 0.0, BOTH: 0.0321})


def answers(forward, both):
    return replace(SCREEN, at_teddy={FORWARD: forward, BOTH: both})


def test_the_forward_net_must_answer_differently():
    assert "exactly the same" in told_apart_before(SCREEN).said
    found = told_apart_before(answers(UNSURE + [[0, 0, 0], [0, -0.05, 0.05]], TOY_THEN_PERSON))
    assert found.is_done
    assert (
        "by up to 0.050. It takes the first Teddy for a person with 0.50, the second with 0.55" in found.said
    )


def test_first_a_person_then_a_toy_after_the_same_words():
    turned = TOY_THEN_PERSON[::-1]
    assert (
        "first a person with 0.01, second a toy with 0.02. Both have to be above 0.9"
        in turned_round(SCREEN).said
    )
    assert "begin differently" in turned_round(answers(UNSURE + [[0, 0, 0], [0, -0.05, 0.05]], turned)).said
    found = turned_round(answers(UNSURE, turned))
    assert found.is_done and "a person with 0.98, second a toy with 0.99" in found.said


@pytest.mark.parametrize("check", [told_apart_before, turned_round])
def test_sentences_without_the_word_are_told_so(check):
    assert "needs the word *Teddy*" in check(replace(SCREEN, at_teddy={})).said


def test_the_first_position_knows_the_last_word_in_the_net_of_both_directions():
    assert "moves the state at “he” by exactly 0" in first_knows_last(SCREEN).said
    assert "has 2 words" in first_knows_last(replace(SCREEN, sentences=(LONG[:2], LONG))).said
    found = first_knows_last(replace(SCREEN, whose=BOTH))
    assert found.is_done and "by 0.032 in the net of both directions, by exactly 0" in found.said
