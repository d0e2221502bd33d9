from dataclasses import replace

import numpy as np

from seqviz.lessons.bias.opening import OPENINGS

LEAN, QUESTION = OPENINGS


def test_words_that_lean_to_one_side_or_still_lean_are_not_what_the_lesson_says():
    leaning = np.array([-0.3, 0.3])
    assert LEAN.claim.holds((leaning, 0 * leaning))
    assert not LEAN.claim.holds((leaning, leaning / 10))
    assert not LEAN.claim.holds((np.abs(leaning), 0 * leaning))


def test_answers_that_still_differ_or_never_did_are_not_either():
    asked = QUESTION.numbers()
    assert not QUESTION.claim.holds(replace(asked, after=asked.before))
    assert not QUESTION.claim.holds(replace(asked, before=asked.after))
    assert not QUESTION.claim.holds(replace(asked, lean=asked.lean[::-1]))
