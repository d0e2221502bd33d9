"""The net of word2vec, drawn: a one-hot word, the hidden row that it picks, the scores of all words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from seqviz.figures.labels import escape
from seqviz.figures.palette import SEQUENTIAL, SERIES, SIGNED, TOOLBAR, title_below_toolbar

TITLES = ("one-hot", "hidden", "softmax")


def word2vec_network(
    words: Sequence[str], chosen: int, row: np.ndarray, probabilities: np.ndarray
) -> go.Figure:
    """Draw the three layers for one input word.

    Args:
        words: the words shown, the same on both sides.
        chosen: which of them is the input.
        row: (dim,), its vector: the hidden layer.
        probabilities: (num_words,), what the net gives each shown word as neighbour.
    """
    names = [escape(word) for word in words]
    figure = make_subplots(
        1, 3, column_titles=TITLES, column_widths=[0.25, 0.25, 0.5], horizontal_spacing=0.12
    )
    figure.add_trace(_inputs(np.eye(len(names))[[chosen]].T, names, ["input word"]), 1, 1)
    figure.add_trace(_numbers(row[:, None], ["its vector"], float(np.abs(row).max(initial=1e-9))), 1, 2)
    bars = {"orientation": "h", "name": "probability", "marker": {"color": SERIES[0]}}
    figure.add_trace(go.Bar(y=names, x=probabilities, **bars), 1, 3)
    return _laid_out(figure, "From a word to its neighbours", last=3)


def _laid_out(figure: go.Figure, title: str, last: int) -> go.Figure:
    """Give the layers their title and axes; the bars stand in the last column."""
    figure.update_yaxes(autorange="reversed")
    figure.update_xaxes(title_text="probability", row=1, col=last)
    figure.update_yaxes(showticklabels=False, row=1, col=last)
    figure.update_annotations(font_size=13)
    figure.update_layout(
        title=title_below_toolbar(title),
        height=520 + TOOLBAR, showlegend=False, margin={"l": 8, "r": 8, "t": 80 + TOOLBAR, "b": 8},
    )  # fmt: skip
    return figure


def _inputs(ones: np.ndarray, names: list[str], columns: list[str]) -> go.Heatmap:
    return go.Heatmap(z=ones, y=names, x=columns, colorscale=SEQUENTIAL, showscale=False, xgap=1, ygap=1)


def _numbers(columns: np.ndarray, names: list[str], reach: float) -> go.Heatmap:
    return go.Heatmap(
        z=columns, y=[str(k + 1) for k in range(len(columns))], x=names,
        zmin=-reach, zmax=reach, colorscale=SIGNED, showscale=False, xgap=1, ygap=1,
    )  # fmt: skip


def cbow_network(
    words: Sequence[str], context: Sequence[int], rows: np.ndarray, probabilities: np.ndarray
) -> go.Figure:
    """Draw the layers for several input words, whose vectors are averaged.

    Args:
        words: the words shown, the same on both sides.
        context: (num_context,), which of them are the input.
        rows: (num_context, dim), their vectors.
        probabilities: (num_words,), what the net gives each shown word as the one in their midst.
    """
    names = [escape(word) for word in words]
    columns = [f"{place}: {names[k]}" for place, k in enumerate(context, start=1)]  # a word may come twice
    figure = make_subplots(
        1, 4, column_titles=("one-hot", "their rows", "mean", "softmax"), column_widths=[0.25, 0.25, 0.1, 0.4],
        horizontal_spacing=0.08,
    )  # fmt: skip
    one_hot = np.eye(len(names))[list(context)].T  # (num_words, num_context)
    figure.add_trace(_inputs(one_hot, names, columns), 1, 1)
    reach = float(np.abs(rows).max(initial=1e-9))
    figure.add_trace(_numbers(rows.T, columns, reach), 1, 2)
    figure.add_trace(_numbers(rows.mean(axis=0)[:, None], ["hidden"], reach), 1, 3)
    bars = {"orientation": "h", "name": "probability", "marker": {"color": SERIES[0]}}
    figure.add_trace(go.Bar(y=names, x=probabilities, **bars), 1, 4)
    for column in (2, 3):  # on a phone they would stand on the cells to their left
        figure.update_yaxes(showticklabels=False, row=1, col=column)
    return _laid_out(figure, "From the neighbours to the word in their midst", last=4)
