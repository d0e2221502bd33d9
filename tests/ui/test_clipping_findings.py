"""The loss of answering the mean, and what is said of runs beside it."""

from __future__ import annotations

import numpy as np
import pytest

from seqviz.corpora.lagged import adding_batch
from seqviz.training.clipping import ARMS, ClippingExperiment
from seqviz.training.events import Metrics
from seqviz.training.history import History
from seqviz.ui.clipping_findings import MEAN_LOSS, clear_loss, what_was_learned


def test_the_mean_loss_and_its_spread_are_those_of_the_task_itself():
    generator = np.random.default_rng(0)
    losses = ((adding_batch(generator, 160, 4).answers - 1) ** 2 for _ in range(2_000))
    means = np.array([loss.mean() for loss in losses])
    assert means.mean() == pytest.approx(MEAN_LOSS, rel=0.01)
    clear = clear_loss(
        ClippingExperiment(num_steps=100, batch_size=16), 100
    )  # ten steps of 16: 160 sequences
    assert (MEAN_LOSS - clear) / 2 == pytest.approx(means.std(), rel=0.05)


@pytest.mark.parametrize(
    ("loss", "said"),
    [(0.05, "it has learned to add"), (0.166, "no more than the mean"), (0.5, "worse than the mean")],
)
def test_a_run_is_judged_by_its_last_points(loss, said):
    history = History()
    history.add(Metrics(k, k, 0.0, {"train_loss": 9.0 if k < 90 else loss}, ARMS[1]) for k in range(100))
    found = what_was_learned(ClippingExperiment(), history)
    assert f"{ARMS[1]} **{loss:.3g}**, {said}" in found
    assert ("None of them has learned" in found) is (loss > 0.1)


def test_a_run_without_a_point_is_not_judged():
    assert what_was_learned(ClippingExperiment(), History()) == ""
