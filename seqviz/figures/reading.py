"""What a net makes of a text, token by token."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.labels import escape
from seqviz.figures.palette import NEGATIVE, POSITIVE, ink_on, layout

MOST_LABELS = 60  # tokens named on the axis; with more, the labels would hide each other


def probability_path(tokens: Sequence[str], positive: np.ndarray) -> go.Figure:
    """Draw the probability of the class positive had the text ended after each token.

    Args:
        tokens: the text, (num_tokens,).
        positive: (num_tokens,), 0 to 1.
    """
    places = np.arange(1, len(tokens) + 1)
    figure = go.Figure(
        go.Scatter(
            x=places,
            y=positive,
            mode="lines+markers",
            line={"color": "#7d7a78", "width": 2},
            marker={"color": [POSITIVE if p > 0.5 else NEGATIVE for p in positive], "size": 9},
            customdata=[escape(token) for token in tokens],
            hovertemplate="after “%{customdata}”: %{y:.4f}<extra></extra>",
            showlegend=False,
        ),
        layout=layout(
            title="The prediction after each token",
            x_title="token",
            y_title="probability of positive",
            height=340,
        ),
    )
    figure.add_hline(0.5, line={"dash": "dot", "width": 1})
    figure.update_yaxes(range=[-0.03, 1.03])
    if len(tokens) <= MOST_LABELS:
        figure.update_xaxes(tickvals=places, ticktext=[escape(token) for token in tokens], tickangle=-60)
    return figure


def class_probabilities(positive: float) -> go.Figure:
    """Draw the probabilities of both classes as two bars that add up to one."""
    figure = go.Figure(
        go.Bar(
            x=[1 - positive, positive],
            y=["negative", "positive"],
            orientation="h",
            marker={"color": [NEGATIVE, POSITIVE]},
            insidetextfont={"color": [ink_on(NEGATIVE), ink_on(POSITIVE)]},
            text=[f"{1 - positive:.4f}", f"{positive:.4f}"],
            textposition="auto",
            hovertemplate="%{y}: %{x:.4f}<extra></extra>",
        ),
        layout=layout(title="What the net says", x_title="probability", y_title="class", height=220),
    )
    figure.update_xaxes(range=[0, 1])
    return figure
