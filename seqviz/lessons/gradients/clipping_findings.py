"""What three runs that differ in clipping have learned, told by the loss of a net that always answers the mean."""

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


def what_was_learned(experiment: ClippingExperiment, history: History) -> str:
    """Say of each run whether it has learned more than to answer the mean; "" before anything is measured."""
    found = {arm: final_loss(history, arm) for arm in history.arms}
    said = [
        f"{arm} **{loss:.3g}**, {_verdict(loss, clear_loss(experiment, len(history.series('train_loss', arm).values)))}"
        for arm, loss in found.items()
        if loss is not None
    ]
    if not said:
        return ""
    return (
        f"A net that answers the mean, 1, to everything has a loss of 1/6 = {MEAN_LOSS:.3f} (the dotted line). "
        f"Over their last steps: {'; '.join(said)}. {_moral(experiment, history)}"
    )


def _verdict(loss: float, clear: float) -> str:
    if loss < clear:
        return "it has learned to add"
    if loss < MEAN_LOSS:
        than = "better than answering the mean by no more than chance"
    elif loss < 2 * MEAN_LOSS - clear:
        than = "no better than answering the mean"
    else:
        than = "worse than answering the mean"
    return f"{than} ({MEAN_LOSS:.3f})"


def _moral(experiment: ClippingExperiment, history: History) -> str:
    learned = [
        arm
        for arm in history.arms
        if (final_loss(history, arm) or math.inf)
        < clear_loss(experiment, len(history.series("train_loss", arm).values))
    ]
    if learned:
        return f"So far learned: {', '.join(learned)}."
    return (
        "**None of them has learned the task**: clipping keeps steps short, which is not yet learning. "
        "The third task below sets up a run in which it lets the net learn."
    )
