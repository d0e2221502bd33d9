"""Whether a run has learned to add, told by the loss of a net that always answers the mean."""

from __future__ import annotations

import math

import numpy as np

from seqviz.experiments.clipping.config import ClippingExperiment
from seqviz.runs.history import History

#: Mean squared error of answering 1, the mean of the sum of two numbers from 0 to 1: twice a uniform's 1/12.
MEAN_LOSS = 1 / 6
_SPREAD = 1.4  # of a squared deviation, as a share of its mean squared: the sum's kurtosis, 2.4, less 1
_LAST = 10  # points of a curve over which the final loss is taken


def final_loss(history: History, arm: str) -> float | None:
    """Return the mean loss over a run's last points; None before there is one."""
    values = history.series("train_loss", arm).values
    return float(np.mean(values[-_LAST:])) if values.size else None


def clear_loss(experiment: ClippingExperiment, num_points: int) -> float:
    """Return below which final loss a net has learned more than the mean, chance set aside (two standard errors)."""
    steps = min(experiment.num_steps, _LAST * max(1, experiment.num_steps // max(num_points, 1)))
    return MEAN_LOSS * max(0.0, 1 - 2 * math.sqrt(_SPREAD / (steps * experiment.batch_size)))


def have_learned(experiment: ClippingExperiment, history: History) -> list[str]:
    """Return the arms that have learned more than to answer the mean."""
    found = []
    for arm in history.arms:
        loss, points = final_loss(history, arm), len(history.series("train_loss", arm).values)
        if loss is not None and loss < clear_loss(experiment, points):
            found.append(arm)
    return found
