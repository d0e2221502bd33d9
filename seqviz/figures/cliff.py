"""A loss with a cliff, and where two steps lead from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.palette import SEQUENTIAL, layout

Point = tuple[float, float]


@dataclass(frozen=True)
class CliffPicture:
    """The loss of a one-unit net over its two weights, and one step with and without clipping.

    Attributes:
        weights: (num_weights,).
        biases: (num_biases,).
        loss: (num_biases, num_weights).
        start: (weight, bias) on the cliff.
        unclipped: where a step without clipping lands.
        clipped: where a step with clipping lands.
    """

    weights: np.ndarray
    biases: np.ndarray
    loss: np.ndarray
    start: Point
    unclipped: Point
    clipped: Point


def cliff(picture: CliffPicture) -> go.Figure:
    """Draw the loss as height, its cliff, and where two steps lead from there."""
    figure = go.Figure(
        go.Heatmap(
            x=picture.weights,
            y=picture.biases,
            z=picture.loss,
            colorscale=SEQUENTIAL,
            zmin=0,
            colorbar={"title": {"text": "loss"}},
            hovertemplate="w %{x:.2f}, b %{y:.2f}: loss %{z:.4f}<extra></extra>",
        ),
        layout=layout(title="The cliff", x_title="weight w", y_title="bias b", height=440),
    )
    _add_step(figure, "a step without clipping", (picture.start, picture.unclipped), "#ffffff", "dot")
    _add_step(figure, "the same step, clipped", (picture.start, picture.clipped), "#ff5493", "solid")
    figure.update_xaxes(range=[picture.weights[0], picture.weights[-1]])
    figure.update_yaxes(range=[picture.biases[0], picture.biases[-1]])
    return figure


def _add_step(figure: go.Figure, name: str, ends: tuple[Point, Point], colour: str, dash: str) -> None:
    figure.add_scatter(
        x=[end[0] for end in ends],
        y=[end[1] for end in ends],
        name=name,
        mode="lines+markers",
        line={"color": colour, "dash": dash, "width": 3},
        marker={"size": [7, 12], "symbol": ["circle", "x"], "color": colour},
    )
