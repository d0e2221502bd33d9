from __future__ import annotations

from dataclasses import replace

import numpy as np

from seqviz.experiments.translation.trained import Translation
from seqviz.lessons.attention.tasks import Screen, adjective_found, forced_to_change, look_at_unknown

ATTENTION = np.array([[0.9, 0.1, 0.0], [0.2, 0.1, 0.7], [0.1, 0.8, 0.1]], np.float32)
TRANSLATION = Translation(
    source=("a", "red", "zyx"),
    written=("une", "x", "rouge"),
    encoder_states=np.zeros((3, 2), np.float32),
    decoder_states=np.zeros((3, 2), np.float32),
    probabilities=np.zeros((3, 4), np.float32),
    attention=ATTENTION,
)
SCREEN = Screen(TRANSLATION, (), 2, None)


def test_the_step_that_looks_at_the_adjective_is_found():
    found = adjective_found(SCREEN)
    assert found.is_done
    assert found.said == "At step 3 it looks most at “red” and writes “rouge”, though *red* is word 2."
    assert "looks at *red*" in adjective_found(replace(SCREEN, step=0)).said
    other = replace(SCREEN, translation=replace(TRANSLATION, source=("a", "b", "c")))
    assert "no word *red*" in adjective_found(other).said
    blind = replace(SCREEN, translation=replace(TRANSLATION, attention=None))
    assert not adjective_found(blind).is_done


def test_a_forced_look_must_change_what_is_written():
    assert "where it likes" in forced_to_change(SCREEN).said
    same = forced_to_change(replace(SCREEN, forced=TRANSLATION.written))
    assert not same.is_done and "stays the same" in same.said
    changed = forced_to_change(replace(SCREEN, forced=("une", "y", "rouge")))
    assert changed.is_done and "At step 2 it now writes “y” in place of “x”" in changed.said


def test_a_word_that_the_net_does_not_know_is_looked_at():
    assert "knows every word" in look_at_unknown(SCREEN).said
    strange = replace(SCREEN, unknown=("zyx",))
    assert not look_at_unknown(strange).is_done
    found = look_at_unknown(replace(strange, step=1))
    assert found.is_done and "looks most at “zyx” and writes “x”" in found.said
