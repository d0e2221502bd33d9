"""Figures of prices and of what was predicted for them."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.palette import SERIES, layout


def predicted_prices(prices: np.ndarray, said: np.ndarray) -> go.Figure:
    """Draw prices day by day, and what was predicted for each.

    Args:
        prices: (num_days,).
        said: (num_days,).
    """
    figure = go.Figure(layout=layout(title="Prices and their predictions", x_title="day", y_title="price"))
    days = np.arange(1, len(prices) + 1)
    lines = (("price", prices, "solid", 2), ("predicted", said, "dash", 2))
    for k, (name, values, dash, width) in enumerate(lines):
        figure.add_scatter(
            x=days,
            y=values,
            name=name,
            mode="lines",
            line={"color": SERIES[k], "dash": dash, "width": width},
            hovertemplate="day %{x}: %{y:.2f}<extra>" + name + "</extra>",
        )
    return figure
