"""Which units follow a property, beside what chance alone would reach."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.palette import NEGATIVE, POSITIVE, layout


def ranking_bars(units: np.ndarray, correlation: np.ndarray, chance: float) -> go.Figure:
    """Draw the correlation of the closest units, and between two dotted lines what chance reaches.

    Args:
        units: unit numbers, the closest first, (num_shown,).
        correlation: Pearson's r of each, (num_shown,), -1 to 1.
        chance: the |r| that the best of all units reached in 5 of 100 displaced copies of the property.
    """
    figure = go.Figure(
        go.Bar(
            x=[f"unit {unit}" for unit in units],
            y=correlation,
            marker={"color": [POSITIVE if r > 0 else NEGATIVE for r in correlation]},
            hovertemplate="%{x}: r = %{y:.3f}<extra></extra>",
            showlegend=False,
        ),
        layout=layout(
            title="The units that follow it most closely", x_title="unit", y_title="correlation r", height=320
        ),
    )
    figure.update_yaxes(range=[-1, 1])
    figure.add_hrect(-chance, chance, line_width=0, fillcolor="#7d7a78", opacity=0.2)
    for edge in (-chance, chance):
        figure.add_hline(edge, line={"dash": "dot", "width": 1})
    return figure
