"""What a recall comparison shows, said from its own numbers: who learned which lag, and with what they began."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from seqviz.experiments.recall.arms import cell_of, title_of, with_forget_bias
from seqviz.experiments.recall.config import RecallExperiment
from seqviz.experiments.recall.reached import Accuracies, worst
from seqviz.experiments.recall.train import LEARNED, STEPS_A_TURN
from seqviz.lessons.remembering.forget_bias_findings import gate, kept
from seqviz.models.cells.registry import Cell, cell_named
from seqviz.text.intervals import Interval, share_interval
from seqviz.text.numbers_written import with_minus

HELPFUL_BIAS = 2.0  # that the remark compares with


def chance_of(experiment: RecallExperiment) -> Interval:
    """Return where the accuracy of a net that only guesses lies, 19 times out of 20.

    An accuracy is measured over the last turn's sequences.
    """
    number = experiment.batch_size * min(STEPS_A_TURN, experiment.num_steps)
    return share_interval(round(number / experiment.num_symbols), number)


def what_it_shows(experiment: RecallExperiment, reached: Accuracies) -> str:
    """Say of each net which lags it has learned from every seed, and at which it does no better than guessing.

    Args:
        experiment: of the run.
        reached: net -> lag -> share of right answers of each seed.
    """
    chance = chance_of(experiment)
    said = "; ".join(
        f"**{title_of(net)}** {_of_net(points, chance)}" for net, points in reached.items() if points
    )
    return (
        f"Measured: {said}. Guessing reaches {1 / experiment.num_symbols:.3f}; on so few sequences anything up to "
        f"{chance.high:.3f} is no more than that. {_how_often(experiment)}"
    )


def _how_often(experiment: RecallExperiment) -> str:
    steps = f"of at most {experiment.num_steps} steps"
    if experiment.num_seeds == 1:
        return (
            f"**Each point is one training from one seed ({experiment.seed}), {steps}**: near the lag where a cell "
            "begins to fail, another seed may give quite another point. Train with repetitions before you rank them."
        )
    last = experiment.seed + experiment.num_seeds - 1
    return (
        f"Each point is the mean of {experiment.num_seeds} trainings, from the seeds {experiment.seed} to {last}, "
        f"{steps}; its band reaches from the worst to the best of them."
    )


def _of_net(points: Mapping[int, Sequence[float]], chance: Interval) -> str:
    learned = [lag for lag, shares in sorted(points.items()) if min(shares) >= LEARNED]
    guesses = [lag for lag, shares in sorted(points.items()) if max(shares) <= chance.high]
    between = [f"{_spread(points[lag])} at {lag}" for lag in sorted(points) if lag not in learned + guesses]
    parts = [
        f"has learned lag {_listed(learned)}" if learned else "has learned no lag",
        *between,
        *([f"no better than guessing at {_listed(guesses)}"] if guesses else []),
    ]
    return ", ".join(parts)


def _spread(shares: Sequence[float]) -> str:
    low, high = f"{min(shares):.2f}", f"{max(shares):.2f}"
    return low if low == high else f"{low} to {high}"


def _listed(things: Sequence[object]) -> str:
    *others, last = map(str, things)
    return f"{', '.join(others)} and {last}" if others else last


def where_it_began(experiment: RecallExperiment, reached: Accuracies, notes: Sequence[dict[str, Any]]) -> str:
    """Say what a cell with a forget bias began with at the shortest lag that it missed; "" where none missed any.

    Args:
        experiment: of the run.
        reached: as above; the worst seed counts.
        notes: the gradients measured in its nets, see `fit_recall`.
    """
    said = (_where_began(cell, experiment, worst(reached), notes) for cell in with_forget_bias())
    return "\n\n".join(part for part in said if part)


def _where_began(
    cell: Cell,
    experiment: RecallExperiment,
    accuracy: Mapping[str, Mapping[int, float]],
    notes: Sequence[dict[str, Any]],
) -> str:
    missed = [lag for lag, share in sorted(accuracy.get(cell, {}).items()) if share < LEARNED]
    if not missed:
        return ""
    lag, bias = missed[0], experiment.forget_bias if experiment.set_forget_bias else 0.0
    arrived = _before_training(cell, notes, accuracy, lag)
    if (
        experiment.compare_biases
    ):  # what was left, and what a larger bias does, is said of all such nets together
        return arrived
    said = _left_at_first(cell, experiment.set_forget_bias, bias, lag)
    return " ".join(part for part in (said, arrived, _to_try(bias, lag)) if part)


def _left_at_first(cell: Cell, is_set: bool, bias: float, lag: int) -> str:
    written = with_minus(bias, "g")
    begun = f"Its forget biases were set to {written}" if is_set else "PyTorch draws its forget biases near 0"
    return (
        f"What the {cell.upper()} that missed lag {lag} began with: {begun}, so its forget gates stood at about "
        f"σ({written}) = {gate(bias):.2f}. Of what is written at the symbol, {gate(bias):.2f} to the power {lag} = "
        f"{kept(bias, lag)} is left at the question."
    )


def _to_try(bias: float, lag: int) -> str:
    if bias >= HELPFUL_BIAS:
        return ""
    return (
        f"Whether that is what holds it back, training tells: with a forget bias of {HELPFUL_BIAS:g}, "
        f"{kept(HELPFUL_BIAS, lag)} would be left. Compare forget biases and train again."
    )


def _before_training(
    cell: Cell, notes: Sequence[dict[str, Any]], accuracy: Mapping[str, Mapping[int, float]], lag: int
) -> str:
    """Say which share of the gradient at the end reached the symbol before any training, and who learned with it."""
    curves = {
        note["cell"]: note.get("cell_state", note["hidden_state"])
        for note in notes
        if (note["lag"], note["step"]) == (lag, 0)
    }
    if not curves or any(curve[0] is None or not curve[-1] for curve in curves.values()):
        return ""
    shares = {net: curve[0] / curve[-1] for net, curve in curves.items()}
    said = ", ".join(
        f"{title_of(net)}{' (its memory)' if cell_named(cell_of(net)).has_memory else ''} {with_minus(share, '.2g')}"
        for net, share in shares.items()
    )
    measured = f"Of the gradient at the end, there arrived at the symbol before any training: {said}."
    learned = [net for net in shares if accuracy.get(net, {}).get(lag, 0.0) >= LEARNED]
    return f"{measured} {_what_it_settles(cell, shares, learned, lag)}".rstrip()


def _what_it_settles(cell: Cell, shares: Mapping[str, float], learned: Sequence[str], lag: int) -> str:
    """Say whether those that learned a lag began with more than the cell that missed it."""
    less = [title_of(net) for net in learned if shares[net] <= shares.get(cell, math.inf)]
    more = [title_of(net) for net in learned if title_of(net) not in less]
    if less:
        named = f"{_listed(less)}, with no more than the {cell.upper()}, learned lag {lag}"
        return f"That alone does not decide who learns: {named}."
    if more:
        return f"{_listed(more)}, with more, learned lag {lag}; this comparison does not tell whether that is why."
    return f"None of them learned lag {lag}."
