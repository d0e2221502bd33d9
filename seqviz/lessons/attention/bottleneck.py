"""The bottleneck dial: exact matches over length and context size, without attention and with it."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from seqviz.experiments.translation.config import BottleneckExperiment
from seqviz.figures.seq2seq import bottleneck_grid
from seqviz.lessons.attention.bottleneck_findings import room_in_the_vector, verdict
from seqviz.runs.experiment import from_config
from seqviz.runs.history import History
from seqviz.ui import frame
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.experiment_section import ExperimentSection
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import bundled_run
from seqviz.ui.state.address import Number

SHARES = ("more than 80%", "20 to 80%", "less than 20%")


def bottleneck_part() -> None:
    """Show the grid of lengths and context sizes: the bundled one, or one that fills while it trains."""
    st.subheader("The bottleneck")
    st.markdown(
        "Without attention everything about the source has to fit into the context vector. Nets of several sizes "
        "learn to reverse letters, each without attention and with it, an epoch each in turn."
    )
    BOTTLENECK.settings()
    BOTTLENECK.results()


def _say_number(experiment: BottleneckExperiment) -> None:
    st.caption(f"{len(experiment.arms())} nets. Each repetition has its own sequences and first weights.")


def _draw_grid(run: ShownRun) -> None:
    experiment = from_config(BottleneckExperiment, run.config)
    lengths = tuple(range(1, experiment.max_length + 1))
    without, attending = (_half(experiment, run.history, kind) for kind in ("none", experiment.attention))
    frame.figure(
        _drawn(lengths, experiment.context_sizes, _mean(without), _mean(attending)),
        key=f"{run.id}:grid",
        how_to_read="Each cell: the share of validation sequences of this length that a net with so many units "
        "reversed without a mistake, the mean over the repetitions. Each half is its own nets, on the same sequences.",
    )
    st.markdown(verdict(experiment, without, attending))


@st.cache_resource(max_entries=8, show_spinner=False)
def _drawn(
    lengths: tuple[int, ...], sizes: tuple[int, ...], without: np.ndarray, attending: np.ndarray
) -> go.Figure:
    """Draw a grid once for all who look at it, and again once a cell has been measured."""
    return bottleneck_grid(lengths, sizes, without, attending)


def _half(experiment: BottleneckExperiment, history: History, kind: str) -> np.ndarray:
    """The shares of one kind of attention, (num_seeds, num_sizes, num_lengths), NaN where nothing is measured."""
    return np.array(
        [
            [
                [
                    _value(history, length, experiment.arm_name(kind, size, repeat))
                    for length in range(1, experiment.max_length + 1)
                ]
                for size in experiment.context_sizes
            ]
            for repeat in range(experiment.num_seeds)
        ]
    )


def _mean(half: np.ndarray) -> np.ndarray:
    """The mean over the repetitions measured so far, (num_sizes, num_lengths), NaN where there is none yet."""
    measured = (~np.isnan(half)).sum(axis=0)
    return np.where(measured, np.nansum(half, axis=0) / np.maximum(measured, 1), np.nan)


def _value(history: History, length: int, arm: str) -> float:
    value = history.latest(f"exact_match_{length}", arm)
    return float("nan") if value is None else value


def _longest() -> tuple[int, int, float, float]:
    """The bundled grid's longest length, its largest net, and that one's share there without attention and with it."""
    run = bundled_run("bottleneck")
    experiment = from_config(BottleneckExperiment, run.config)
    size = max(experiment.context_sizes)
    shares = (
        _value(run.history, experiment.max_length, experiment.arm_name(kind, size, 0))
        for kind in ("none", experiment.attention)
    )
    return experiment.max_length, size, *shares  # type: ignore[return-value]


def share_of_longest() -> str:
    """Return which of SHARES is true of the bundled grid."""
    *_, without, _ = _longest()
    return SHARES[0 if without > 0.8 else 1 if without >= 0.2 else 2]


def reveal_longest() -> None:
    """Say what the bundled grid's largest net does at the longest length."""
    length, size, without, attending = _longest()
    st.markdown(
        f"Of the validation sequences of {length} letters, {without:.0%} without attention and {attending:.0%} with "
        f"it. {room_in_the_vector(length, size)}"
    )


BOTTLENECK = ExperimentSection(
    controls=ExperimentControls(
        BottleneckExperiment,
        {"num_seeds": "Repetitions"},
        given={"num_seeds": lambda: Number("grid_seeds", 1, 5, 1, 1)},
        keys={"num_seeds": "grid_seeds"},
    ),
    bundled="bottleneck",
    draw=_draw_grid,
    facts=_say_number,
)
