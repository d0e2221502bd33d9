"""The learning curves of sentiment runs, several in one picture, and the time they are drawn against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from seqviz.figures.training import Against, Curve, learning_curves
from seqviz.runs.history import History, Series
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Choice

AGAINST = Choice("against", ("epochs", "seconds"), "epochs")


def _points(series: Series, against: Against) -> tuple[Any, Any]:
    return getattr(series, against.replace(" ", "_")), series.values


def _curve(name: str, history: History, measure: str, against: Against) -> Curve:
    train, validation = history.series(f"train_{measure}"), history.series(f"validation_{measure}")
    return Curve(name, _points(train, against), _points(validation, against))


@st.cache_resource(max_entries=64, show_spinner=False)
def _drawn(
    shown: list[Curve], measure: Literal["accuracy", "loss"], against: Against, baseline: float | None
) -> go.Figure:
    """Draw curves once for all who watch them, and again once there is a new point."""
    return learning_curves(shown, measure=measure, against=against, baseline=baseline)


def curves(runs: Sequence[tuple[str, History]], against: Against, baseline: float | None) -> None:
    """Draw loss and accuracy of one run or several, side by side.

    Args:
        runs: (name, what was measured).
        against: what the horizontal axis counts.
        baseline: accuracy of TF-IDF and logistic regression, if it is known.
    """
    measures: tuple[Literal["accuracy", "loss"], ...] = ("accuracy", "loss")
    reading = {
        "accuracy": "Thick: on reviews kept apart for validation; thin: on each training batch, as the net answered "
        "before it learned from it, dropout on. Where the thin curve keeps rising and the thick one does not, the net "
        "is overfitting.",
        "loss": "Low where the net gives the true class a high probability. A validation loss that rises again says "
        "that the net has grown confident of wrong answers.",
    }
    axis, remark = what_is_counted(runs, against)
    for column, measure in zip(st.columns(2), measures, strict=True):
        shown = [_curve(name, history, measure, axis) for name, history in runs]
        line = baseline if measure == "accuracy" else None
        with column:
            frame.figure(
                _drawn(shown, measure, axis, line),
                key=measure,
                how_to_read=reading[measure],
            )
    if remark:
        st.caption(remark)


def what_is_counted(runs: Sequence[tuple[str, History]], against: Against) -> tuple[Against, str]:
    """Choose the time by which runs can be compared, and say what it counts.

    Args:
        runs: (name, what was measured).
        against: what a person wants on the horizontal axis.

    Returns:
        What the axis counts, and a sentence on it, "" for epochs.
    """
    if against == "epochs":
        return against, ""
    series = [(name, history.series("validation_accuracy").processor_seconds) for name, history in runs]
    by_clock = [name for name, computed in series if np.isnan(computed).any()]
    if not by_clock:
        return "processor seconds", (
            "Processor seconds are what the training itself has computed. Other programs and other people's runs on "
            "the same computer change them far less than the time by the clock, so runs can be compared by them."
        )
    return "seconds", (
        f"Seconds by the clock, for only those were kept of {', '.join(map(escaped, by_clock))}. They grow with "
        "whatever else the computer does meanwhile: they do not tell which net learns faster. Train again to compare."
    )


def against_control() -> Against:
    """Let a person choose what the horizontal axis of the curves counts."""
    chosen = controls.choice(AGAINST, "Curves against")
    return "seconds" if chosen == "seconds" else "epochs"
