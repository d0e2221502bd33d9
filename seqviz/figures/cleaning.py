"""What a chain of cleaning steps does to a corpus, as a figure."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from seqviz.figures.palette import SERIES, TOOLBAR, layout


def chain_effect(titles: Sequence[str], num_tokens: Sequence[int], num_words: Sequence[int]) -> go.Figure:
    """Draw tokens and vocabulary after every step, as shares of the corpus as it came.

    Args:
        titles: "as written", then each step's title, (num_stages,).
        num_tokens: tokens after each, (num_stages,).
        num_words: different tokens after each, (num_stages,).
    """
    figure = go.Figure(
        layout=layout(
            title="What is left of the corpus after each step",
            x_title="left of the corpus (%)",
            y_title="step, in the chain's order",
            height=220 + 34 * len(titles),
        )
    )
    numbered = [f"{k}. {title}" if k else title for k, title in enumerate(titles)]
    figure.add_trace(_shares_left("tokens", num_tokens, numbered, {"color": SERIES[0], "dash": "solid"}))
    words = "different tokens (vocabulary)"
    figure.add_trace(_shares_left(words, num_words, numbered, {"color": SERIES[1], "dash": "dash"}))
    figure.update_xaxes(range=[0, 104])
    figure.update_yaxes(autorange="reversed")
    # Between title and picture there is a legend of two lines.
    figure.update_layout(legend={"yref": "paper", "y": 1.02}, margin_t=110 + TOOLBAR)
    return figure


def _shares_left(name: str, counts: Sequence[int], steps: list[str], line: dict[str, str]) -> go.Scatter:
    return go.Scatter(
        x=[100 * count / max(counts[0], 1) for count in counts],
        y=steps,
        customdata=[[f"{count:,}"] for count in counts],
        hovertemplate="%{y}: %{customdata[0]} " + name + " (%{x:.1f}%)<extra></extra>",
        name=name,
        mode="lines+markers",
        line={**line, "width": 3},
    )
