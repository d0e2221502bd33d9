"""Whether a training kept within bounds, and how an LSTM's gradient grows."""

from __future__ import annotations

import numpy as np

from seqviz.claims.outcome import Outcome
from seqviz.models.inspect.gradients import GradientSetting, measure_gradients

#: A squared error; the sums asked for lie between 0 and 2.
BOUND = 1e3


def stays_within(outcome: Outcome, arm: str) -> float:
    """Return 1 where an arm's loss stayed below `BOUND` throughout, 0 where it passed it or became no number."""
    diverged = any(note["arm"] == arm for note in outcome.about("diverged"))
    losses = [
        event.values["train_loss"]
        for event in outcome.metrics
        if event.arm == arm and "train_loss" in event.values
    ]
    return float(not diverged and max(losses) < BOUND)


LENGTH = 50  # tokens that the gradient goes back through


def gradient_growth(spectral_radius: float, forget_bias: float | None, seed: int) -> float:
    """Return the powers of ten by which the gradient grows from an untrained LSTM's last state back to its first.

    Args:
        spectral_radius: of each square block of the recurrent weights.
        forget_bias: None leaves it as drawn.
        seed: of weights, inputs and loss.
    """
    setting = GradientSetting(
        "lstm", LENGTH, spectral_radius=spectral_radius, forget_bias=forget_bias, seed=seed
    )
    norms = measure_gradients(setting).hidden_state
    return float(np.log10(norms[0] / norms[-1]))
