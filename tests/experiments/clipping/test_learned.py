"""The loss of answering the mean, and who is better."""

from __future__ import annotations

import numpy as np
import pytest

from seqviz.corpora.lagged import adding_batch
from seqviz.experiments.clipping.config import ClippingExperiment
from seqviz.experiments.clipping.learned import MEAN_LOSS, clear_loss


def test_the_mean_loss_and_its_spread_are_those_of_the_task_itself():
    generator = np.random.default_rng(0)
    losses = ((adding_batch(generator, 160, 4).answers - 1) ** 2 for _ in range(2_000))
    means = np.array([loss.mean() for loss in losses])
    assert means.mean() == pytest.approx(MEAN_LOSS, rel=0.01)
    clear = clear_loss(
        ClippingExperiment(num_steps=100, batch_size=16), 100
    )  # ten steps of 16: 160 sequences
    assert (MEAN_LOSS - clear) / 2 == pytest.approx(means.std(), rel=0.05)
