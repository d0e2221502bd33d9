from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seqviz.embeddings.bias_recovery import Recovery
from seqviz.embeddings.space import WordVectors
from seqviz.lessons.bias.bench import assemble
from seqviz.lessons.bias.tasks import Screen, taken_out, too_few_words, two_answers_become_one
from seqviz.ui.vectors.source import Learned

#: Along the first axis lies what *her* and *him* differ in; the doctor is near the nurse and the surgeon.
VECTORS = WordVectors(
    ("her", "him", "doctor", "nurse", "surgeon", "bird"),
    np.array(
        [[-1, 1, 0, 0], [1, 1, 0, 0], [0.1, 0, 1, 0], [-0.6, 0, 1, 0.1], [0.7, 0, 1, 0.2], [0, 0, 0, 1]],
        dtype=np.float32,
    ),
)
#: The same, but nurse and surgeon hardly lean.
ALIKE = WordVectors(VECTORS.words, VECTORS.vectors.copy())
ALIKE.vectors[3:5, 0] = (-0.001, 0.001)
FOUND = Recovery(8, 4, 0.9, 0.5, 0.8, 0.7, 0.4, 0.6)


def screen(
    strength: int = 100, asked: str = "doctor", recovery: Recovery | None = FOUND, vectors=VECTORS
) -> Screen:
    learned = Learned("", vectors, {}, None, {}, {}, {})
    neutral = ["doctor", "nurse", "surgeon", "bird"]
    return Screen(assemble(learned, [("her", "him")], neutral, strength), asked, recovery)


def test_full_debiasing_leaves_no_component():
    result = taken_out(screen())
    assert result.is_done and "largest component of 4 words along the direction is" in result.said
    assert "where it was 0.57" in result.said  # of the surgeon: 0.7 / √1.53
    half = taken_out(screen(50))
    assert not half.is_done and "At 50%" in half.said and "Go on to 100%" in half.said


def test_both_ends_get_one_answer_once_the_direction_is_gone():
    result = two_answers_become_one(screen())
    assert result.is_done
    assert result.said == (
        "For *doctor*, before debiasing *her* gets *nurse* and *him* *surgeon*; after it both get *nurse*."
    )


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (screen(50), "100%"),
        (screen(asked="her"), "should be neutral"),
        (screen(asked="unheard"), "should be neutral"),
        (screen(asked=""), "should be neutral"),
        (
            screen(vectors=ALIKE),
            "*nurse* and *him* *nurse*; after it they get *nurse* and *nurse*. Ask for another",
        ),
    ],
)
def test_another_word_or_half_the_debiasing_is_not_enough(there, said):
    assert not two_answers_become_one(there).is_done and said in two_answers_become_one(there).said


def test_words_too_few_for_the_counter_test_settle_nothing():
    assert too_few_words(screen()).is_done
    assert "right in 50%, with random sides in up to 80%" in too_few_words(screen()).said
    for changed in ({"told_after": 0.9}, {"near_after": 0.7}):
        there = screen(recovery=replace(FOUND, **changed))
        assert not too_few_words(there).is_done and "Leave words out" in too_few_words(there).said
    assert not too_few_words(screen(50)).is_done
    assert "8 words or more" in too_few_words(screen(recovery=None)).said


def test_without_a_direction_each_task_says_what_is_needed():
    for check in (taken_out, two_answers_become_one, too_few_words):
        assert not check(Screen(None, "doctor", None)).is_done
