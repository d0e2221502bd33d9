"""What a forget bias at the beginning decides about the lags that a cell learns, said from a run's own numbers."""

from __future__ import annotations

import math

from seqviz.experiments.recall.arms import nets_of, title_of, with_forget_bias
from seqviz.experiments.recall.config import RecallExperiment
from seqviz.experiments.recall.reached import Accuracies, best, longest_learned, worst
from seqviz.experiments.recall.train import LEARNED
from seqviz.models.cells.registry import Cell
from seqviz.text.numbers_written import with_minus


def gate(bias: float) -> float:
    """Return where a forget gate stands at first, if its input adds nothing: σ(bias)."""
    return 1 / (1 + math.exp(-bias))


def kept(bias: float, lag: int) -> str:
    """Write what share of a memory such a gate leaves after a lag."""
    return with_minus(gate(bias) ** lag, ".2g")


def what_a_bias_decides(experiment: RecallExperiment, reached: Accuracies) -> str:
    """Compare nets of a cell that begin with different forget biases; "" where there is one only, or all learned all.

    Args:
        experiment: of the run.
        reached: net -> lag -> share of right answers of each seed.
    """
    said = (_of_cell(cell, experiment, reached) for cell in with_forget_bias())
    return "\n\n".join(part for part in said if part)


def _of_cell(cell: Cell, experiment: RecallExperiment, reached: Accuracies) -> str:
    biases = {net: bias or 0.0 for net, (of, bias) in nets_of(experiment).items() if of == cell}
    least = worst(reached)
    missed = [lag for lag, share in sorted(least.get(cell, {}).items()) if share < LEARNED]
    if not missed or not all(reached.get(net) for net in biases) or len(biases) < 2:
        return ""
    first, *others = biases
    standing = "; ".join(
        f"{_begun(experiment, net == cell, bias)}, {_sum(bias, missed[0])}" for net, bias in biases.items()
    )
    lags = ", ".join(f"{title_of(net)}: {_up_to(longest_learned(least[net]))}" for net in biases)
    ahead = [net for net in others if longest_learned(least[net]) > longest_learned(best(reached)[first])]
    return (
        f"**Why the {cell.upper()} forgets.** A forget gate begins near σ(its bias), and what is written at the symbol "
        f"is multiplied by it at every token. Left after {missed[0]}: {standing}. Learned from every seed: {lags}. "
        f"{_moral(cell, ahead, others)}"
    )


def _begun(experiment: RecallExperiment, plain: bool, bias: float) -> str:
    drawn = plain and not experiment.set_forget_bias
    return "as PyTorch draws it, near 0" if drawn else f"forget bias {with_minus(bias, 'g')}"


def _sum(bias: float, lag: int) -> str:
    return f"{gate(bias):.2f} to the power {lag} = {kept(bias, lag)}"


def _up_to(lag: int) -> str:
    return f"up to lag {lag}" if lag else "no lag"


def _moral(cell: Cell, ahead: list[str], others: list[str]) -> str:
    if ahead == others:
        return (
            f"The {cell.upper()}s differ in nothing else: **it is the start that forgets, not the cell.** The less of "
            "the memory is left at the question, the less of the gradient comes back to the symbol to teach the gate "
            "to stay open."
        )
    if ahead:
        return f"Only {' and '.join(map(title_of, ahead))} goes further than the first: the bias is not all there is."
    return "A larger bias has not helped here."
