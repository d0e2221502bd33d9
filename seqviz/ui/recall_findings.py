"""What a recall comparison shows, said from its own numbers: who learned which lag, what chance is, and why."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from seqviz.text.intervals import Interval, share_interval
from seqviz.training.lagged_fitting import LEARNED, STEPS_A_TURN
from seqviz.training.recall import RecallExperiment

HELPFUL_BIAS = 2.0  # that the remark compares with
Accuracies = Mapping[str, Mapping[int, float]]


def chance_of(experiment: RecallExperiment) -> Interval:
    """Return where the accuracy of a net that only guesses lies, 19 times out of 20.

    An accuracy is measured over the last turn's sequences.
    """
    number = experiment.batch_size * min(STEPS_A_TURN, experiment.num_steps)
    return share_interval(round(number / experiment.num_symbols), number)


def what_it_shows(experiment: RecallExperiment, accuracy: Accuracies) -> str:
    """Say of each cell which lags it has learned, and at which it does no better than guessing.

    Args:
        experiment: of the run.
        accuracy: cell -> lag -> share of right answers.
    """
    chance = chance_of(experiment)
    said = "; ".join(
        f"**{cell.upper()}** {_of_cell(points, chance)}" for cell, points in accuracy.items() if points
    )
    return (
        f"Measured: {said}. Guessing reaches {1 / experiment.num_symbols:.3f}; on so few sequences anything up to "
        f"{chance.high:.3f} is no more than that. **Each point is one training from one seed ({experiment.seed}), "
        f"of at most {experiment.num_steps} steps**: near the lag where a cell begins to fail, another seed may give "
        "quite another point. Train again with other seeds before you rank the cells."
    )


def _of_cell(points: Mapping[int, float], chance: Interval) -> str:
    learned = [lag for lag, share in sorted(points.items()) if share >= LEARNED]
    guesses = [lag for lag, share in sorted(points.items()) if share <= chance.high]
    between = [f"{points[lag]:.2f} at {lag}" for lag in sorted(points) if lag not in learned + guesses]
    parts = [
        f"has learned lag {_listed(learned)}" if learned else "has learned no lag",
        *between,
        *([f"no better than guessing at {_listed(guesses)}"] if guesses else []),
    ]
    return ", ".join(parts)


def _listed(lags: Sequence[int]) -> str:
    *others, last = map(str, lags)
    return f"{', '.join(others)} and {last}" if others else last


def why_the_lstm_fails(
    experiment: RecallExperiment, accuracy: Accuracies, notes: Sequence[dict[str, Any]]
) -> str:
    """Say how much of an LSTM's memory its forget gates let through at first; "" where it learned every lag.

    Args:
        experiment: of the run.
        accuracy: as above.
        notes: the gradients measured in its nets, see `lagged_fitting`.
    """
    missed = [lag for lag, share in sorted(accuracy.get("lstm", {}).items()) if share < LEARNED]
    if not missed:
        return ""
    lag, bias = missed[0], experiment.forget_bias if experiment.set_forget_bias else 0.0
    kept = (
        "PyTorch draws its forget biases near 0"
        if not experiment.set_forget_bias
        else f"Its forget bias is {bias:g}"
    )
    said = (
        f"Why the LSTM misses lag {lag}: {kept}, so its forget gates begin at about σ({bias:g}) = {_gate(bias):.2f}. "
        f"Of what is written at the symbol, {_gate(bias):.2f} to the power {lag} = {_gate(bias) ** lag:.2g} is left."
    )
    if bias < HELPFUL_BIAS:
        left = _gate(HELPFUL_BIAS) ** lag
        said += f" With a bias of {HELPFUL_BIAS:g} it would be {left:.2g}: set it and train again."
    return f"{said} {_before_training(notes, lag)}"


def _gate(bias: float) -> float:
    return 1 / (1 + math.exp(-bias))


def _before_training(notes: Sequence[dict[str, Any]], lag: int) -> str:
    """Say which share of the gradient at the end reached the symbol before any training."""
    found = {
        note["cell"]: note.get("cell_state", note["hidden_state"])
        for note in notes
        if (note["lag"], note["step"]) == (lag, 0)
    }
    if any(None in (curve[0], curve[-1]) for curve in found.values()) or not found:
        return ""
    shares = ", ".join(
        f"{cell.upper()}{' (its memory)' if cell == 'lstm' else ''} {curve[0] / curve[-1]:.2g}"
        for cell, curve in found.items()
    )
    return f"Of the gradient at the end, there arrived at the symbol before any training: {shares}."
