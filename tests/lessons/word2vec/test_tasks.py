from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seqviz.embeddings.one_update import update_pair
from seqviz.experiments.word_vectors.config import WordVectorsExperiment
from seqviz.lessons.word2vec.tasks import (
    Screen,
    cbow_training,
    narrow_training,
    pulled_together,
    wider_window,
)
from seqviz.runs.experiment import to_config
from seqviz.runs.history import History
from seqviz.ui.runs.shown_run import ShownRun

RIGHT = {"analogies": {"gender": [9, 1, 10]}}


def run(**settings) -> ShownRun:
    return ShownRun("r", to_config(WordVectorsExperiment(**settings)), RIGHT, History(), ())


def update(rate: float):
    inputs = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0]])
    return update_pair(inputs, inputs, 0, 1, [2], rate)


THERE = Screen(tuple("abcde"), 4, 3.0, update(3.0), run(), run())


def test_a_wide_window_gives_less_than_as_many_times_the_pairs():
    assert wider_window(THERE).said.startswith(
        "A window of 1 gives 8 pairs in these 5 words, one of 4 20: 2.5"
    )
    assert wider_window(THERE).is_done
    assert "gives 14 pairs in 5 words. Make it 4" in wider_window(replace(THERE, window=2)).said
    assert "two words" in wider_window(replace(THERE, tokens=("a",))).said


def test_a_large_step_brings_the_true_neighbour_near():
    result = pulled_together(THERE)
    # dot products 0 and −1; afterwards r + 0.1345 r² = 4.21 and −(1 + 0.269 r)² = −3.26 at a rate r of 3
    assert result.is_done and "goes from 0.500 to 0.985" in result.said
    assert "the largest of the noise words' from 0.269 to 0.037" in result.said


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (replace(THERE, rate=0.1, update=update(0.1)), "Take another rate"),
        (replace(THERE, update=None), "Two different words"),
    ],
)
def test_a_small_step_or_no_pair_is_not_enough(there, said):
    assert not pulled_together(there).is_done and said in pulled_together(there).said


def test_only_the_training_asked_for_is_the_task():
    assert not narrow_training(THERE).is_done and not cbow_training(THERE).is_done
    assert narrow_training(replace(THERE, run=run(window=2))).is_done
    assert not narrow_training(replace(THERE, run=run(window=2, method="cbow"))).is_done
    assert cbow_training(replace(THERE, run=run(method="cbow"))).is_done
