"""The nets of a recall comparison: which cell, begun how, at which lag, from which seed, and how each is called."""

from __future__ import annotations

from dataclasses import dataclass

from seqviz.experiments.recall.config import BIASES, RecallExperiment
from seqviz.models.cells.registry import CELLS, Cell, cell_named
from seqviz.text.numbers_written import with_minus

_BIAS = " bias "  # in the name of a net, before the forget bias that it begins with


@dataclass(frozen=True)
class RecallArm:
    """One net of the comparison.

    Attributes:
        name: among the arms: "lstm 20", "lstm bias 2 20, seed 1".
        net: what it is called at every lag and from every seed: "lstm", "lstm bias 2".
        cell: of its layer.
        forget_bias: that it begins with; None as drawn.
        lag: distractors between symbol and question.
        seed: of its weights and sequences.
    """

    name: str
    net: str
    cell: Cell
    forget_bias: float | None
    lag: int
    seed: int


def nets_of(experiment: RecallExperiment) -> dict[str, tuple[Cell, float | None]]:
    """Return the nets compared: what each is called -> its cell, and the forget bias it begins with or None."""
    bias = experiment.forget_bias if experiment.set_forget_bias else None
    found: dict[str, tuple[Cell, float | None]] = {cell: (cell, bias) for cell in CELLS}
    if experiment.compare_biases:
        found |= {f"{cell}{_BIAS}{bias:g}": (cell, bias) for cell in with_forget_bias() for bias in BIASES}
    return found


def with_forget_bias() -> list[Cell]:
    """Return the cells that have a forget gate whose bias can be set."""
    return [cell for cell in CELLS if cell_named(cell).forget_bias_gate]


def arms_of(experiment: RecallExperiment) -> list[RecallArm]:
    """Return every net at every lag from every seed, the shortest lag and the first seed first."""
    seeds = range(experiment.seed, experiment.seed + experiment.num_seeds)
    return [
        RecallArm(_name(net, lag, seed, experiment.seed), net, cell, bias, lag, seed)
        for lag in experiment.lags
        for seed in seeds
        for net, (cell, bias) in nets_of(experiment).items()
    ]


def _name(net: str, lag: int, seed: int, first: int) -> str:
    return f"{net} {lag}" if seed == first else f"{net} {lag}, seed {seed}"


def net_and_lag(arm: str) -> tuple[str, int]:
    """Return what an arm's net is called, and its lag, from the arm's name."""
    net, lag = arm.split(",")[0].rsplit(" ", 1)
    return net, int(lag)


def cell_of(net: str) -> Cell:
    """Return the cell of a net, by what the net is called."""
    return net.split(_BIAS)[0]


def title_of(net: str) -> str:
    """Return what people read for a net: "LSTM", "LSTM, forget bias 2"."""
    cell, *bias = net.split(_BIAS)
    return cell.upper() + (f", forget bias {with_minus(float(bias[0]), 'g')}" if bias else "")
