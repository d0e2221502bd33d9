"""GloVe's pictures: who meets whom, and how much each meeting counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.labels import escape
from seqviz.figures.palette import SEQUENTIAL, SERIES, layout

HEAVIEST = 24  # pixels across, of the heaviest cell's point


def cooccurrence_heatmap(counts: np.ndarray, words: Sequence[str], chosen: tuple[int, int]) -> go.Figure:
    """Draw a co-occurrence matrix with its numbers; one cell is framed.

    Args:
        counts: (num_words, num_words).
        words: names of rows and columns.
        chosen: row and column of the framed cell.
    """
    names = [escape(word) for word in words]
    figure = go.Figure(
        layout=layout(
            title="How often two words meet",
            x_title="context word",
            y_title="word",
            height=150 + 30 * len(words),
        )
    )
    figure.add_trace(_numbers(counts, names))
    figure.add_trace(_to_click(counts, names))
    row, column = chosen
    cell = {"x0": column - 0.5, "x1": column + 0.5, "y0": row - 0.5, "y1": row + 0.5}
    figure.add_shape(type="rect", **cell, line={"color": "#e0218a", "width": 3})
    figure.update_layout(
        hovermode="closest", hoverdistance=-1
    )  # the point of the cell in which the pointer is
    figure.update_xaxes(type="category")  # also where all words are numbers or dates
    figure.update_yaxes(type="category", autorange="reversed")
    return figure


def _numbers(counts: np.ndarray, names: list[str]) -> go.Heatmap:
    return go.Heatmap(
        z=counts,
        x=names,
        y=names,
        zmin=0,
        zmax=max(float(counts.max(initial=0)), 1.0),
        colorscale=SEQUENTIAL,
        texttemplate="%{z:.3~g}",
        xgap=1,
        ygap=1,
        colorbar={"title": {"text": "count"}},
        hoverinfo="skip",
    )


def _to_click(counts: np.ndarray, names: list[str]) -> go.Scatter:
    """Return an unseen point in every cell, row by row: a heat map's own cells cannot be clicked."""
    return go.Scatter(
        x=names * len(names),
        y=[name for name in names for _ in names],
        customdata=counts.ravel(),
        mode="markers",
        marker={"symbol": "square", "size": 28, "opacity": 0},
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
        hovertemplate="%{y} with %{x}: %{customdata:.3~g}<extra></extra>",
        showlegend=False,
    )


def weight_curve(counts: np.ndarray, weights: np.ndarray, marked: tuple[float, float] | None) -> go.Figure:
    """Draw the weight of a cell against its count.

    Args:
        counts: (num_points,).
        weights: (num_points,), 0 to 1.
        marked: count and weight of the chosen cell, or None if it has none.
    """
    figure = go.Figure(
        layout=layout(title="How much a cell counts", x_title="count x", y_title="weight f(x)", height=340)
    )
    figure.add_trace(go.Scatter(x=counts, y=weights, name="f(x)", line={"color": SERIES[0], "width": 3}))
    if marked is not None:
        figure.add_trace(
            go.Scatter(
                x=[marked[0]],
                y=[marked[1]],
                mode="markers",
                name="the chosen cell",
                marker={"size": 12, "color": SERIES[1]},
            )
        )
    figure.update_yaxes(range=[0, 1.08])
    return figure


def fit_chart(logs: np.ndarray, fitted: np.ndarray, weights: np.ndarray, names: Sequence[str]) -> go.Figure:
    """Draw what the model gives each cell against the logarithm of its count; on the diagonal it fits.

    Args:
        logs: (num_cells,), log counts.
        fitted: (num_cells,), dot product plus biases.
        weights: (num_cells,), 0 to 1; a point's area is its cell's weight, next to the heaviest.
        names: each cell's two words.
    """
    figure = go.Figure(
        layout=layout(
            title="What training has fitted",
            x_title="log of the count (nats)",
            y_title="w·c + b + d (nats)",
            height=400,
        )
    )
    ends = [float(min(logs.min(), fitted.min())), float(max(logs.max(), fitted.max()))]
    diagonal = {"dash": "dash", "color": SERIES[2]}
    figure.add_trace(go.Scatter(x=ends, y=ends, mode="lines", name="a perfect fit", line=diagonal))
    figure.add_trace(
        go.Scatter(
            x=logs,
            y=fitted,
            mode="markers",
            name="cells",
            text=[escape(name) for name in names],
            marker=_by_weight(weights),
            hovertemplate="%{text}<br>log count %{x:.2f}, model %{y:.2f}<extra></extra>",
        )
    )
    return figure.update_layout(legend={"itemsizing": "constant"})


def _by_weight(weights: np.ndarray) -> dict[str, Any]:
    """Return half-transparent discs, of a fuller colour where they overlap, whose areas are as the weights."""
    return {
        "size": weights,
        "sizemode": "area",
        "sizeref": 2 * float(weights.max()) / HEAVIEST**2,
        "sizemin": 2,
        "color": SERIES[0],
        "opacity": 0.4,
        "line": {"width": 1, "color": SERIES[0]},
    }
