"""The question before the answer: which forget bias gets most right at the longest lag, in the bundled nets."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.experiments.recall.arms import cell_of, title_of, with_forget_bias
from seqviz.experiments.recall.reached import accuracies
from seqviz.lessons.remembering.recall import RECALL
from seqviz.ui.durations import counted
from seqviz.ui.runs.trained import bundled_run

NO_DIFFERENCE = 0.05  # in the mean share of right answers: below it, none is called the best


def shares_at_longest_lag() -> tuple[int, dict[str, list[float]]]:
    """Return the longest lag of the bundled nets, and each net's shares of right answers there, one for each seed."""
    reached = accuracies(bundled_run(RECALL.bundled).history)
    lag = max(lag for points in reached.values() for lag in points)
    return lag, {net: points[lag] for net, points in reached.items()}


def longest_lag() -> int:
    """Return the longest lag of the bundled nets."""
    return shares_at_longest_lag()[0]


def _means() -> dict[str, float]:
    return {
        net: float(np.mean(of))
        for net, of in shares_at_longest_lag()[1].items()
        if cell_of(net) in with_forget_bias()
    }


def _option(net: str) -> str:
    return "as PyTorch draws it, near 0" if net == cell_of(net) else title_of(net).split(", ")[1]


def options() -> tuple[str, ...]:
    """Return the possible guesses."""
    return (*map(_option, _means()), "they are all alike")


def best_answer() -> str:
    """Return which guess is right."""
    means = _means()
    if max(means.values()) - min(means.values()) < NO_DIFFERENCE:
        return options()[-1]
    return _option(max(means, key=lambda net: means[net]))


def reveal_best() -> None:
    """Show what each LSTM reached."""
    lag, shares = shares_at_longest_lag()
    said = "; ".join(
        f"{_option(net)}: **{np.mean(shares[net]):.2f}** ({min(shares[net]):.2f} to {max(shares[net]):.2f})"
        for net in _means()
    )
    trainings = counted(len(next(iter(shares.values()))), "training")
    st.markdown(
        f"Share of right answers after {lag} distractors, the mean of {trainings} and the range: {said}. A forget "
        "gate that begins wide open lets the symbol through, and the gradient back to it."
    )
