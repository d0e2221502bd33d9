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
    figure.add_trace(_one_hot(names, chosen), 1, 1)
    figure.add_trace(_hidden(row), 1, 2)
    bars = {"orientation": "h", "name": "probability", "marker": {"color": SERIES[0]}}
    figure.add_trace(go.Bar(y=names, x=probabilities, **bars), 1, 3)
    figure.update_yaxes(autorange="reversed")
    figure.update_xaxes(title_text="probability", row=1, col=3)
    figure.update_yaxes(showticklabels=False, row=1, col=3)
    figure.update_annotations(font_size=13)
    figure.update_layout(
        title=title_below_toolbar("From a word to its neighbours"),
        height=520 + TOOLBAR, showlegend=False, margin={"l": 8, "r": 8, "t": 80 + TOOLBAR, "b": 8},
    )  # fmt: skip
    return figure


def _one_hot(names: list[str], chosen: int) -> go.Heatmap:
    column = np.eye(len(names))[[chosen]].T  # (num_words, 1)
    return go.Heatmap(
        z=column, y=names, x=["input word"], colorscale=SEQUENTIAL, showscale=False, xgap=1, ygap=1
    )


def _hidden(row: np.ndarray) -> go.Heatmap:
    reach = float(np.abs(row).max(initial=1e-9))
    return go.Heatmap(
        z=row[:, None], y=[str(k + 1) for k in range(len(row))], x=["its vector"],
        zmin=-reach, zmax=reach, colorscale=SIGNED, showscale=False, xgap=1, ygap=1,
    )  # fmt: skip
