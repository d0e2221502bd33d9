from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seqviz.lessons.tokens.tasks import (
    Screen,
    nothing_cut_off,
    two_become_one,
    vocabulary_chosen,
)
from seqviz.lessons.tokens.text import Cut
from seqviz.text.measures import Frequencies

WORDS, LOWERED, CHARACTERS = Cut("words", False), Cut("words", True), Cut("characters", False)
#: Thirty different tokens; of a hundred kept apart 80 are the first one, 10 the tenth, 6 the eleventh, 4 unknown.
KNOWN = Frequencies(tuple(f"w{k:02d}" for k in range(30)), np.arange(30, 0, -1))
HELD_OUT = ["w00"] * 80 + ["w09"] * 10 + ["w10"] * 6 + ["new"] * 4
THERE = Screen("The cat sat on the mat.", LOWERED, 20, KNOWN, HELD_OUT, [list("abc"), list("abcde")], 5)


def test_lower_casing_names_the_tokens_that_become_one():
    assert two_become_one(THERE).is_done
    assert two_become_one(THERE).said.startswith("7 different tokens become 6:")
    assert two_become_one(THERE).said.endswith("are The, the.")


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (replace(THERE, cut=WORDS), "Of 7 tokens 7 are different"),
        (replace(THERE, text="a cat"), "no two tokens differ"),
        (replace(THERE, text=""), "no two tokens differ"),
    ],
)
def test_capitals_that_stay_or_make_no_difference_are_not_enough(there, said):
    assert not two_become_one(there).is_done and said in two_become_one(there).said


def test_the_smallest_vocabulary_that_knows_enough_is_told_with_what_it_leaves_out():
    result = vocabulary_chosen(THERE)
    assert result.is_done
    assert "With 20 tokens 4.00%" in result.said and "with 10 10.00%" in result.said
    assert "leaves 10 of the corpus's 30" in result.said


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (replace(THERE, size=10), "10.00% of those kept apart are unknown: too many"),
        (replace(THERE, size=30), "with 20 it would be 4.00%: a smaller one"),
        (replace(THERE, size=1), "20.00% of those kept apart are unknown"),
        (replace(THERE, cut=CHARACTERS), "Cut into words"),
        (replace(THERE, known=None), "no corpus"),
        (replace(THERE, held_out=[]), "no corpus"),
    ],
)
def test_another_vocabulary_is_told_with_what_is_unknown_to_it(there, said):
    assert not vocabulary_chosen(there).is_done and said in vocabulary_chosen(there).said


def test_the_shortest_length_that_cuts_nothing_off_is_told_with_its_padding():
    result = nothing_cut_off(replace(THERE, cut=CHARACTERS))
    assert result.is_done and "2 of the net's 10 places (20%) are padding" in result.said


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (replace(THERE, cut=CHARACTERS, length=3), "2 of the batch's 8 characters are cut off"),
        (replace(THERE, cut=CHARACTERS, length=6), "shorten it"),
        (THERE, "Cut into characters"),
        (replace(THERE, cut=CHARACTERS, batch=[[]]), "have a text"),
    ],
)
def test_another_length_is_told_with_what_is_cut_off(there, said):
    assert not nothing_cut_off(there).is_done and said in nothing_cut_off(there).said
