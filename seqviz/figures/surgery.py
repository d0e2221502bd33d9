"""What a net answers as it is, and with its insides changed."""

from __future__ import annotations

import plotly.graph_objects as go

from seqviz.figures.palette import SERIES, ink_on, layout


def answers_beside(original: float, changed: float | None, meaning: str) -> go.Figure:
    """Draw one probability, or two for comparison.

    Args:
        original: of the net as it is, 0 to 1.
        changed: after surgery; None where nothing was done.
        meaning: what the probability is of ("positive").
    """
    bars = [("the net as it is", original)] + ([("after surgery", changed)] if changed is not None else [])
    figure = go.Figure(
        go.Bar(
            x=[value for _, value in bars],
            y=[name for name, _ in bars],
            orientation="h",
            marker={"color": list(SERIES[: len(bars)])},
            insidetextfont={"color": [ink_on(colour) for colour in SERIES[: len(bars)]]},
            text=[f"{value:.4f}" for _, value in bars],
            textposition="auto",
            insidetextanchor="start",  # where the line at one half does not cross it
            hovertemplate="%{y}: %{x:.4f}<extra></extra>",
            showlegend=False,
        ),
        layout=layout(
            title="What the net answers", x_title=f"probability: {meaning}", y_title="net", height=220
        ),
    )
    figure.update_xaxes(range=[0, 1])
    figure.update_yaxes(autorange="reversed")
    figure.add_vline(0.5, line={"dash": "dot", "width": 1})
    return figure
