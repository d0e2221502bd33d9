"""A sequence of numbers and what nets make of it; answers of two nets to the same sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.palette import SERIES, ink_on, layout


def number_guesses(
    true: np.ndarray, guesses: Mapping[str, np.ndarray], num_seen: int, *, title: str
) -> go.Figure:
    """Draw a growing sequence on a logarithmic scale, and what each net says of it.

    Args:
        true: (num_terms,), above 0.
        guesses: name -> (num_terms,); NaN where there is none.
        num_seen: terms that the nets learned from; what lies beyond is shaded.
        title: of the figure.
    """
    figure = go.Figure(
        layout=layout(title=title, x_title="place in the sequence", y_title="number", height=420)
    )
    grey = {"color": "#7d7a78", "width": 6}
    _add_numbers(figure, true, "true", "number %{x}: %{y:,.0f}", line=grey, opacity=0.5)
    for k, (name, values) in enumerate(guesses.items()):
        seen = np.where(values > 0, values, np.nan)  # a logarithm has no place for others
        line = {"color": SERIES[k], "dash": ("solid", "dash")[k % 2], "width": 2.5}
        _add_numbers(figure, seen, name, "number %{x}: %{y:,.2f}", line=line)
    if num_seen < len(true):
        figure.add_vrect(num_seen + 0.5, len(true) + 0.5, fillcolor="#7d7a78", opacity=0.15, line_width=0)
    figure.update_yaxes(type="log", exponentformat="power")
    return figure


def _add_numbers(figure: go.Figure, numbers: np.ndarray, name: str, hover: str, **options: object) -> None:
    places = np.arange(1, len(numbers) + 1)
    figure.add_scatter(x=places, y=numbers, name=name, mode="lines+markers", hovertemplate=hover, **options)


def answers_of_nets(sentences: Sequence[str], answers: Mapping[str, Sequence[float]]) -> go.Figure:
    """Draw each net's answer to each sentence.

    Args:
        sentences: what stands on the axis, short.
        answers: net's name -> probability of positive for each sentence.
    """
    figure = go.Figure(
        layout=layout(
            title="The same words in another order", x_title="probability of positive", y_title="", height=340
        )
    )
    figure.update_yaxes(title={"text": "sentence"}, autorange="reversed")
    for k, (name, values) in enumerate(answers.items()):
        figure.add_bar(
            y=list(sentences),
            x=list(values),
            name=name,
            orientation="h",
            marker={"color": SERIES[k]},
            insidetextfont={"color": ink_on(SERIES[k])},
            text=[f"{value:.4f}" for value in values],
            textposition="auto",
            hovertemplate="%{x:.6f}",
        )
    figure.update_layout(barmode="group")
    figure.update_xaxes(range=[0, 1])
    return figure
