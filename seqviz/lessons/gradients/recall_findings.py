"""What a recall comparison shows, said from its own numbers: who learned which lag, and with what they began."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from seqviz.experiments.recall.config import RecallExperiment
from seqviz.experiments.recall.train import LEARNED, STEPS_A_TURN
from seqviz.models.cells.registry import cell_named
from seqviz.text.intervals import Interval, share_interval
from seqviz.text.numbers_written import with_minus

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


def _listed(things: Sequence[object]) -> str:
    *others, last = map(str, things)
    return f"{', '.join(others)} and {last}" if others else last


def where_the_lstm_began(
    experiment: RecallExperiment, accuracy: Accuracies, notes: Sequence[dict[str, Any]]
) -> str:
    """Say what an LSTM began with at the shortest lag that it missed; "" where it learned every lag.

    Args:
        experiment: of the run.
        accuracy: as above.
        notes: the gradients measured in its nets, see `fit_recall`.
    """
    missed = [lag for lag, share in sorted(accuracy.get("lstm", {}).items()) if share < LEARNED]
    if not missed:
        return ""
    lag, bias = missed[0], experiment.forget_bias if experiment.set_forget_bias else 0.0
    written = with_minus(bias, "g")
    begun = (
        f"Its forget biases were set to {written}"
        if experiment.set_forget_bias
        else "PyTorch draws its forget biases near 0"
    )
    said = (
        f"What the LSTM that missed lag {lag} began with: {begun}, so its forget gates stood at about σ({written}) = "
        f"{_gate(bias):.2f}. Of what is written at the symbol, {_gate(bias):.2f} to the power {lag} = "
        f"{_left(bias, lag)} is left at the question."
    )
    return " ".join(
        part for part in (said, _before_training(notes, accuracy, lag), _to_try(bias, lag)) if part
    )


def _gate(bias: float) -> float:
    return 1 / (1 + math.exp(-bias))


def _left(bias: float, lag: int) -> str:
    return with_minus(_gate(bias) ** lag, ".2g")


def _to_try(bias: float, lag: int) -> str:
    if bias >= HELPFUL_BIAS:
        return ""
    return (
        f"Whether that is what holds it back, training tells: with a forget bias of {HELPFUL_BIAS:g}, "
        f"{_left(HELPFUL_BIAS, lag)} would be left. Set it and train again."
    )


def _before_training(notes: Sequence[dict[str, Any]], accuracy: Accuracies, lag: int) -> str:
    """Say which share of the gradient at the end reached the symbol before any training, and who learned with it."""
    curves = {
        note["cell"]: note.get("cell_state", note["hidden_state"])
        for note in notes
        if (note["lag"], note["step"]) == (lag, 0)
    }
    if not curves or any(curve[0] is None or not curve[-1] for curve in curves.values()):
        return ""
    shares = {cell: curve[0] / curve[-1] for cell, curve in curves.items()}
    said = ", ".join(
        f"{cell.upper()}{' (its memory)' if cell_named(cell).has_memory else ''} {with_minus(share, '.2g')}"
        for cell, share in shares.items()
    )
    measured = f"Of the gradient at the end, there arrived at the symbol before any training: {said}."
    learned = [cell for cell in shares if accuracy.get(cell, {}).get(lag, 0.0) >= LEARNED]
    return f"{measured} {_what_it_settles(shares, learned, lag)}".rstrip()


def _what_it_settles(shares: Mapping[str, float], learned: Sequence[str], lag: int) -> str:
    """Say whether those that learned a lag began with more than the LSTM, which did not."""
    less = [cell.upper() for cell in learned if shares[cell] <= shares.get("lstm", math.inf)]
    more = [cell.upper() for cell in learned if cell.upper() not in less]
    if less:
        return f"That alone does not decide who learns: {_listed(less)}, with no more than the LSTM, learned lag {lag}."
    if more:
        return f"{_listed(more)}, with more, learned lag {lag}; one training each does not tell whether that is why."
    return f"None of them learned lag {lag}."
