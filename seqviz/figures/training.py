"""How a training went: learning curves of one run or several, and which classes were confused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.palette import SEQUENTIAL, SERIES, add_level, layout

Against = Literal["epochs", "processor seconds", "seconds"]
AXES: dict[str, str] = {
    "epochs": "epochs",
    "processor seconds": "training time (processor seconds)",
    "seconds": "training time (seconds by the clock)",
}
HEIGHT, LEGEND_ROW = 340, 22  # pixels
MEASURES: dict[str, tuple[str, str]] = {
    "loss": ("Loss during training", "cross-entropy (nats)"),
    "accuracy": ("Accuracy during training", "share of reviews classified correctly"),
}


@dataclass(frozen=True)
class Curve:
    """One measure of one run, for training and validation.

    Attributes:
        name: of the run, in the legend.
        train: (x, y), (num_points,) each; x as the axis counts.
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
    height = HEIGHT + LEGEND_ROW * (len(curves) - 1)  # the picture keeps its size above the legend
    figure = go.Figure(layout=layout(title=title, x_title=AXES[against], y_title=y_title, height=height))
    for k, curve in enumerate(curves):
        colour, prefix = SERIES[k % len(SERIES)], f"{curve.name}: " if len(curves) > 1 else ""
        group = {"legendgroup": str(k), "showlegend": len(curves) == 1}
        thin, thick = {"color": colour, "width": 1}, {"color": colour, "width": 3}
        _add_line(figure, curve.train, f"{prefix}training", line=thin, mode="lines", **group)
        _add_line(figure, curve.validation, f"{prefix}validation", line=thick, mode="lines+markers", **group)
        if len(curves) > 1:  # two lines a run would crowd the legend
            figure.data[-1].update(name=curve.name, showlegend=True)
    if baseline is not None:
        name = f"TF-IDF and logistic regression {baseline:.3f}"
        add_level(figure, baseline, name, dash="dash", width=1.5, position="bottom right")
    figure.update_yaxes(range=[0, 1.02] if measure == "accuracy" else None, rangemode="tozero")
    figure.update_xaxes(rangemode="tozero")
    return figure


def _add_line(figure: go.Figure, points: tuple[np.ndarray, np.ndarray], name: str, **options: object) -> None:
    figure.add_scatter(x=points[0], y=points[1], name=name, hovertemplate="%{x:.3~g}: %{y:.4f}", **options)


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
            hovertemplate="true %{y}, predicted %{x}: %{z}<extra></extra>",
            colorbar={"title": {"text": "reviews"}},
        ),
        layout=layout(title="Confusion matrix", x_title="predicted", y_title="true", height=340),
    )
    figure.update_yaxes(autorange="reversed")
    return figure
