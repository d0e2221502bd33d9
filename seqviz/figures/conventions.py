"""The same weights read under several conventions of the GRU."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.labels import escape
from seqviz.figures.palette import SERIES, layout

DASHES = ("solid", "dash", "dot")


def states_by_convention(
    tokens: Sequence[str], states: Mapping[str, np.ndarray], token: int, unit: int
) -> go.Figure:
    """Draw one unit's state along a text, a line for each convention.

    Args:
        tokens: the text, (num_tokens,).
        states: convention's name -> (num_tokens,), one unit's hidden state.
        token: the place that is marked.
        unit: the unit's number, for the title.
    """
    places, names = np.arange(1, len(tokens) + 1), [escape(token) for token in tokens]
    title = f"Unit {unit} under three conventions"
    figure = go.Figure(layout=layout(title=title, x_title="token", y_title="hidden state h", height=460))
    figure.update_layout(legend_y=-0.4)  # below the slanted words and the axis's title
    for k, (name, values) in enumerate(states.items()):
        figure.add_scatter(
            x=places,
            y=values,
            name=name,
            mode="lines+markers",
            line={"color": SERIES[k % len(SERIES)], "dash": DASHES[k % len(DASHES)], "width": 2},
            customdata=names,
            hovertemplate="“%{customdata}”: %{y:.4f}",
        )
    figure.add_vline(int(places[token]), line={"dash": "dot", "width": 1})
    figure.update_yaxes(range=[-1.05, 1.05])
    if len(tokens) <= 40:
        figure.update_xaxes(tickvals=places, ticktext=names, tickangle=-60)
    return figure
