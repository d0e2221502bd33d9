"""How a training went: learning curves of one run or several, and which classes were confused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.palette import SEQUENTIAL, SERIES, layout

Against = Literal["epochs", "seconds"]
AXES: dict[str, str] = {"epochs": "epochs", "seconds": "training time (seconds)"}
MEASURES: dict[str, tuple[str, str]] = {
    "loss": ("Loss while it learns", "cross-entropy (nats)"),
    "accuracy": ("Accuracy while it learns", "share of reviews classified rightly"),
}


@dataclass(frozen=True)
class Curve:
    """One measure of one run, for training and validation.

    Attributes:
        name: of the run, in the legend.
        train: (x, y), (num_points,) each; x in epochs or seconds.
        validation: the same, measured on reviews the net does not learn from.
    """

    name: str
    train: tuple[np.ndarray, np.ndarray]
    validation: tuple[np.ndarray, np.ndarray]


def learning_curves(
    curves: Sequence[Curve],
    *,
    measure: Literal["loss", "accuracy"],
    against: Against,
    baseline: float | None = None,
) -> go.Figure:
    """Draw one measure of runs as they train; training thin, validation thick with points.

    Args:
        curves: the runs; each keeps its colour in both lines.
        measure: which measure the curves hold.
        against: what x counts.
        baseline: a value to beat, drawn as a dashed line.
    """
    title, y_title = MEASURES[measure]
    figure = go.Figure(layout=layout(title=title, x_title=AXES[against], y_title=y_title, height=340))
    for k, curve in enumerate(curves):
        colour, prefix = SERIES[k % len(SERIES)], f"{curve.name}: " if len(curves) > 1 else ""
        _add_line(figure, curve.train, f"{prefix}training", {"color": colour, "width": 1}, "lines")
        _add_line(
            figure, curve.validation, f"{prefix}validation", {"color": colour, "width": 3}, "lines+markers"
        )
    if baseline is not None:
        figure.add_hline(
            baseline,
            line={"dash": "dash", "width": 1.5},
            annotation_text=f"TF-IDF and logistic regression {baseline:.3f}",
            annotation_position="top left",
        )
    figure.update_yaxes(range=[0, 1.02] if measure == "accuracy" else None, rangemode="tozero")
    figure.update_xaxes(rangemode="tozero")
    return figure


def _add_line(
    figure: go.Figure, points: tuple[np.ndarray, np.ndarray], name: str, line: dict[str, object], mode: str
) -> None:
    figure.add_scatter(
        x=points[0], y=points[1], name=name, mode=mode, line=line, hovertemplate="%{x:.3~g}: %{y:.4f}"
    )


def confusion_matrix(confusion: Sequence[Sequence[int]]) -> go.Figure:
    """Draw how many reviews of each class were taken for which.

    Args:
        confusion: counts; rows true negative and positive, columns predicted negative and positive.
    """
    classes = ["negative", "positive"]
    figure = go.Figure(
        go.Heatmap(
            z=confusion,
            x=classes,
            y=classes,
            colorscale=SEQUENTIAL,
            zmin=0,
            text=[[f"{count:,}" for count in row] for row in confusion],
            texttemplate="%{text}",
            textfont={"size": 20},
            hovertemplate="true %{y}, taken for %{x}: %{z}<extra></extra>",
            colorbar={"title": {"text": "reviews"}},
        ),
        layout=layout(
            title="Which class was taken for which", x_title="predicted", y_title="true", height=340
        ),
    )
    figure.update_yaxes(autorange="reversed")
    return figure
