"""What a net knows at each position, reading from one end or from both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.labels import escape
from seqviz.figures.palette import SEQUENTIAL, SERIES, ink_on, layout

MOST_LABELLED = 30


def knowledge(influence: np.ndarray, tokens: Sequence[str], *, title: str) -> go.Figure:
    """Draw how far each word moves the state at each position.

    Args:
        influence: (num_tokens positions, num_tokens words), at least 0; exactly 0 where nothing is known.
        tokens: (num_tokens,).
        title: of the figure.
    """
    places = np.arange(1, len(tokens) + 1)
    with np.errstate(divide="ignore"):
        powers = np.where(influence > 0, np.log10(influence), np.nan)
    figure = go.Figure(
        go.Heatmap(
            z=powers,
            x=places,
            y=places,
            colorscale=SEQUENTIAL,
            zmin=-4,
            zmax=1,
            customdata=influence,
            colorbar={"title": {"text": "power of 10"}},
            hovertemplate="the state at %{y} moves with word %{x}: %{customdata:.3g}<extra></extra>",
        ),
        layout=layout(title=title, x_title="word", y_title="position whose state is asked", height=420),
    )
    figure.update_yaxes(autorange="reversed")
    if len(tokens) <= MOST_LABELLED:
        figure.update_xaxes(tickvals=places, ticktext=[escape(token) for token in tokens], tickangle=-60)
        figure.update_yaxes(tickvals=places, ticktext=[escape(token) for token in tokens])
    return figure


def label_bars(probabilities: Mapping[str, Mapping[str, float]], *, title: str) -> go.Figure:
    """Draw, for each net and sentence, the probabilities of two labels.

    Args:
        probabilities: label -> row ("forward · bears") -> probability.
        title: of the figure.
    """
    figure = go.Figure(layout=layout(title=title, x_title="probability", y_title="net, sentence", height=360))
    for k, (label, rows) in enumerate(probabilities.items()):
        figure.add_bar(
            y=list(rows),
            x=list(rows.values()),
            name=label,
            orientation="h",
            marker={"color": SERIES[k]},
            insidetextfont={"color": ink_on(SERIES[k])},
            text=[f"{value:.4f}" for value in rows.values()],
            textposition="auto",
            hovertemplate="%{y}: %{x:.6f}",
        )
    figure.update_layout(barmode="group")
    figure.update_xaxes(range=[0, 1])
    figure.update_yaxes(autorange="reversed")
    return figure


def candidate_bars(
    words: Sequence[str], probabilities: Sequence[float], *, title: str, colour: int
) -> go.Figure:
    """Draw the likeliest words for a gap.

    Args:
        words: likeliest first.
        probabilities: theirs.
        title: of the figure.
        colour: which of the series' colours.
    """
    figure = go.Figure(
        go.Bar(
            x=list(probabilities),
            y=[escape(word) for word in words],
            orientation="h",
            marker={"color": SERIES[colour]},
            insidetextfont={"color": ink_on(SERIES[colour])},
            text=[f"{value:.3f}" for value in probabilities],
            textposition="auto",
            hovertemplate="%{y}: %{x:.5f}<extra></extra>",
            showlegend=False,
        ),
        layout=layout(title=title, x_title="probability", y_title="word", height=300),
    )
    figure.update_xaxes(range=[0, 1])
    figure.update_yaxes(autorange="reversed", type="category")
    return figure


def paired_accuracy(accuracy: Mapping[str, Mapping[str, float]], *, title: str) -> go.Figure:
    """Draw accuracies of several nets under several conditions as groups of bars.

    Args:
        accuracy: condition -> net -> share of right answers.
        title: of the figure.
    """
    figure = go.Figure(layout=layout(title=title, x_title="net", y_title="accuracy", height=360))
    for k, (condition, nets) in enumerate(accuracy.items()):
        figure.add_bar(
            x=list(nets),
            y=list(nets.values()),
            name=condition,
            marker={"color": SERIES[k % len(SERIES)]},
            insidetextfont={"color": ink_on(SERIES[k % len(SERIES)])},
            text=[f"{value:.3f}" for value in nets.values()],
            textposition="auto",
            hovertemplate="%{x}: %{y:.4f}",
        )
    figure.update_layout(barmode="group")
    figure.update_yaxes(range=[0, 1.02])
    return figure


def distance_curve(fillers: Sequence[int], right: Mapping[str, Sequence[float]], trained: int) -> go.Figure:
    """Draw the probability of the right word against how much filler stands in between.

    Args:
        fillers: tokens in between.
        right: name -> probability of the right word, one for each.
        trained: the most filler that the net was trained on, in tokens; a dotted line marks it.
    """
    figure = go.Figure(
        layout=layout(
            title="How far does the country carry?",
            x_title="tokens of filler",
            y_title="probability of the right language",
            height=380,
        )
    )
    for k, (name, values) in enumerate(right.items()):
        figure.add_scatter(
            x=list(fillers),
            y=list(values),
            name=name,
            mode="lines+markers",
            line={"color": SERIES[k], "dash": ("solid", "dash", "dot")[k % 3], "width": 2.5},
            hovertemplate="%{x} tokens: %{y:.4f}",
        )
    figure.add_vline(trained, line={"dash": "dot", "width": 1})
    figure.update_yaxes(range=[0, 1.02])
    return figure
