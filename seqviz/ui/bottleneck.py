"""The bottleneck dial: exact matches over length and context size, without attention and with it."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.figures.seq2seq import bottleneck_grid
from seqviz.training.experiment import from_config
from seqviz.training.history import History
from seqviz.training.store_records import RunRecord
from seqviz.training.translation import BottleneckExperiment
from seqviz.ui import frame
from seqviz.ui.durations import in_words
from seqviz.ui.run_memory import WatchedRun
from seqviz.ui.run_panel import run_panel
from seqviz.ui.translation_page import bundled, kind_of, submit

SHARES = ("more than 80 %", "20 to 80 %", "less than 20 %")


def bottleneck_part() -> None:
    """Show the grid of lengths and context sizes: the bundled one, or one that fills while it trains."""
    st.subheader("The bottleneck")
    st.markdown(
        "Without attention everything about the source has to fit into the context vector. Nets of several sizes "
        "learn to reverse letters, each without attention and with it, an epoch each in turn."
    )
    experiment = BottleneckExperiment()
    if st.button(
        "Train the grid",
        icon=":material/grid_on:",
        help=f"{len(experiment.arms())} nets, about {in_words(experiment.expected_seconds())}.",
    ):
        submit(experiment)
    run_id = st.query_params.get("run", "")
    if kind_of(run_id) == BottleneckExperiment.kind:
        run_panel(run_id, _draw_grid)
    else:
        run = bundled("bottleneck")
        _grid(from_config(BottleneckExperiment, run.config), run.history, key="bundled")


def _draw_grid(record: RunRecord, run: WatchedRun) -> None:
    _grid(from_config(BottleneckExperiment, record.config), run.history, key=record.id)


def _grid(experiment: BottleneckExperiment, history: History, *, key: str) -> None:
    lengths = range(1, experiment.max_length + 1)
    halves = [
        np.array(
            [
                [_value(history, length, f"{attention} {size}") for length in lengths]
                for size in experiment.context_sizes
            ]
        )
        for attention in ("none", experiment.attention)
    ]
    frame.figure(
        bottleneck_grid(lengths, experiment.context_sizes, *halves),
        key=f"{key}:grid",
        how_to_read="Each cell: the share of validation sequences of this length that a net with so many units "
        "reversed without a mistake. Each half is its own nets, with the same sequences and the same seed.",
    )
    st.markdown(_verdict(experiment, lengths, halves))


def _value(history: History, length: int, arm: str) -> float:
    value = history.latest(f"exact_match_{length}", arm)
    return float("nan") if value is None else value


def _verdict(experiment: BottleneckExperiment, lengths: range, halves: list[np.ndarray]) -> str:
    """Say what the grid shows, from its numbers: the longer half of the lengths, mean over the sizes."""
    if any(np.isnan(half).any() for half in halves):
        return "The grid is still filling."
    long = [half[:, len(lengths) // 2 :].mean() for half in halves]
    finding = "attention repairs it here" if long[1] > long[0] + 0.1 else "attention does not repair it here"
    return (
        f"Over the longer half of the lengths, {long[0]:.0%} are right without attention and {long[1]:.0%} with it: "
        f"**{finding}**, with one seed and {experiment.num_epochs} epochs."
    )


def _longest() -> tuple[int, float, float]:
    """The bundled grid's longest length, and the largest net's share there without attention and with it."""
    run = bundled("bottleneck")
    experiment = from_config(BottleneckExperiment, run.config)
    size = max(experiment.context_sizes)
    shares = (
        _value(run.history, experiment.max_length, f"{kind} {size}")
        for kind in ("none", experiment.attention)
    )
    return experiment.max_length, *shares  # type: ignore[return-value]


def share_of_longest() -> str:
    """Return which of SHARES is true of the bundled grid."""
    _, without, _ = _longest()
    return SHARES[0 if without > 0.8 else 1 if without >= 0.2 else 2]


def reveal_longest() -> None:
    """Say what the bundled grid's largest net does at the longest length."""
    length, without, attending = _longest()
    st.markdown(
        f"Of the validation sequences of {length} letters, {without:.0%} without attention and {attending:.0%} with "
        "it. Nothing forbids a vector of that size to hold them; learning to put them there is what fails first."
    )
