"""Figures of a vocabulary: Zipf's line, unknown words, a padded batch."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.labels import escape
from seqviz.figures.palette import SERIES, ink_on, layout
from seqviz.text.numbers_written import with_minus

_POINTS = 400
_WRITTEN = 10  # characters of a token that a cell has room for
_ROW = 96  # pixels of a batch's row, for as many characters upwards
#: What a cell of a batch holds -> its colour: a known token, an unknown one, padding, a token cut off.
CELLS = {"has an id": SERIES[0], "unknown": SERIES[1], "padding": "#9aa3ad", "cut off": "#e9ecef"}


def zipf(tokens: Sequence[str], counts: np.ndarray, slope: float, scale: float) -> go.Figure:
    """Draw how often each token comes against its rank, both logarithmic, with the fitted line.

    Args:
        tokens: most frequent first, (num_different,).
        counts: (num_different,).
        slope: of the line, in powers of ten per power of ten.
        scale: the line's frequency at rank 1.
    """
    ranks = np.unique(np.geomspace(1, len(counts), _POINTS).astype(np.int64))
    figure = go.Figure(
        layout=layout(
            title="How often each token occurs",
            x_title="rank (1 = most frequent)",
            y_title="number of occurrences",
        )
    )
    figure.add_scatter(
        x=ranks,
        y=counts[ranks - 1],
        text=[escape(tokens[rank - 1]) for rank in ranks],
        hovertemplate="%{text}: rank %{x}, %{y} times<extra></extra>",
        mode="markers",
        name="tokens",
        marker={"color": SERIES[0], "size": 6},
    )
    figure.add_trace(_line(np.array([1, len(counts)]), slope, scale))
    return figure.update_xaxes(type="log", dtick=1).update_yaxes(type="log", dtick=1)


def _line(ends: np.ndarray, slope: float, scale: float) -> go.Scatter:
    return go.Scatter(
        x=ends,
        y=scale * ends**slope,
        mode="lines",
        name=f"line of slope {with_minus(slope, '.2f')}",
        line={"color": SERIES[1], "dash": "dash", "width": 3},
        hoverinfo="skip",
    )


def unknown_words(sizes: np.ndarray, shares: np.ndarray, chosen: int, chosen_share: float) -> go.Figure:
    """Draw which share of new texts' tokens is unknown, against the vocabulary's size.

    Args:
        sizes: (num_sizes,), tokens with an id of their own.
        shares: (num_sizes,), 0 to 1.
        chosen: the size set by the person.
        chosen_share: its share.
    """
    figure = go.Figure(
        layout=layout(
            title="Unknown tokens in texts never seen",
            x_title="vocabulary (tokens with an id of their own)",
            y_title="unknown tokens (%)",
        )
    )
    figure.add_scatter(
        x=sizes,
        y=100 * shares,
        mode="lines",
        name="unknown",
        line={"color": SERIES[0], "width": 3},
        hovertemplate="%{x} tokens: %{y:.1f}% unknown<extra></extra>",
    )
    figure.add_trace(_chosen(chosen, chosen_share))
    return figure.update_xaxes(type="log", dtick=1).update_yaxes(rangemode="tozero")


def _chosen(size: int, share: float) -> go.Scatter:
    return go.Scatter(
        x=[size],
        y=[100 * share],
        mode="markers",
        name=f"your vocabulary: {size:,} tokens, {share:.1%} unknown",
        marker={"color": SERIES[1], "size": 13, "symbol": "diamond"},
        cliponaxis=False,
        hoverinfo="skip",
    )


def padded_batch(texts: Sequence[dict[int, tuple[str, str]]], length: int) -> go.Figure:
    """Draw a batch as a rectangle: a row is a text, a column a position.

    Args:
        texts: for each text position, 1 the first one kept -> (what is written there, key of `CELLS`).
        length: the common length; what lies outside 1 to length is cut off.
    """
    figure = go.Figure(
        _grid(texts, range(min(map(min, texts)), max(map(max, texts)) + 1)),
        layout=layout(
            title="The batch, padded and cut",
            x_title="position",
            y_title="text",
            height=150 + _ROW * len(texts),
        ),
    )
    for edge in (0.5, length + 0.5):
        figure.add_vline(x=edge, line={"width": 3, "dash": "dot", "color": SERIES[5]})
    figure.update_layout(annotations=_written(texts))
    figure.update_yaxes(autorange="reversed", type="category")
    return figure.update_xaxes(dtick=max(1, len(figure.data[0].x) // 15))


def _written(texts: Sequence[dict[int, tuple[str, str]]]) -> list[go.layout.Annotation]:
    """Write the tokens upwards, so that they keep their size in a narrow cell, in an ink for the cell's colour."""
    return [
        go.layout.Annotation(
            x=position,
            y=row,  # of a category axis: the place, not the name
            text=escape(token if len(token) <= _WRITTEN else f"{token[: _WRITTEN - 1]}…"),
            textangle=-90,
            showarrow=False,
            font={"color": ink_on(CELLS[kind])},
        )
        for row, cells in enumerate(texts)
        for position, (token, kind) in cells.items()
    ]


def _grid(texts: Sequence[dict[int, tuple[str, str]]], positions: range) -> go.Heatmap:
    nothing = ("", "")
    kinds = {kind: float(code) for code, kind in enumerate(CELLS)} | {"": np.nan}
    return go.Heatmap(
        z=[[kinds[cells.get(position, nothing)[1]] for position in positions] for cells in texts],
        x=list(positions),
        y=[str(k + 1) for k in range(len(texts))],
        text=[[escape(cells.get(position, nothing)[0]) for position in positions] for cells in texts],
        hovertemplate="text %{y}, position %{x}: %{text}<extra></extra>",
        hoverongaps=False,
        zmin=-0.5,
        zmax=len(CELLS) - 0.5,
        colorscale=_steps(list(CELLS.values())),
        showscale=False,
        xgap=2,
        ygap=2,
    )


def _steps(colours: Sequence[str]) -> list[tuple[float, str]]:
    """Return a colour scale of even steps, one for each colour."""
    return [(edge / len(colours), colour) for k, colour in enumerate(colours) for edge in (k, k + 1)]
