"""Figures of what bags of words cannot do: order, and a vocabulary that never stops growing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.palette import SERIES, layout

Curve = tuple[str, np.ndarray, np.ndarray]
_HATCHES = ("", "/", "x")
_OVER = {"fillmode": "overlay", "fgopacity": 0.5, "size": 7}
_BAR = 0.4  # a bar's width, of the room that a reader has
_MARKS = ("circle", "diamond", "square", "cross")


def similarity_by_length(cosines: np.ndarray, weightings: Sequence[str]) -> go.Figure:
    """Draw the cosine of two texts counted by words, by pairs and by triples.

    Args:
        cosines: (num_weightings, 3) for 1-, 2- and 3-grams; NaN where a text has no weight at all.
        weightings: (num_weightings,).
    """
    figure = go.Figure(
        layout=layout(
            title="How alike the two texts are to a bag",
            x_title="what is counted",
            y_title="cosine (1 = same)",
        )
    )
    for k, (name, row) in enumerate(zip(weightings, cosines, strict=True)):
        figure.add_bar(
            x=["words", "pairs of words", "triples of words"],
            y=np.nan_to_num(row),
            text=["no direction" if np.isnan(value) else f"{value:.3f}" for value in row],
            textposition="outside",
            textangle=0,
            cliponaxis=False,
            name=name,
            marker={"color": SERIES[k], "pattern": {"shape": _HATCHES[k], **_OVER}},
            hovertemplate="%{x}: %{text}<extra>" + name + "</extra>",
        )
    figure.update_yaxes(range=[0, 1.15], tickvals=[0, 0.25, 0.5, 0.75, 1])
    return figure


def readings(probabilities: np.ndarray, readers: Sequence[str]) -> go.Figure:
    """Draw what several readers say of two texts.

    Args:
        probabilities: (num_readers, 2), probability of positive.
        readers: (num_readers,).
    """
    figure = go.Figure(
        layout=layout(
            title="What each reader says about the two texts",
            x_title="probability of positive",
            y_title="reader",
            height=190 + 60 * len(readers),
        )
    )
    for k, name in enumerate(("first text", "second text")):
        figure.add_bar(
            y=list(readers),
            x=probabilities[:, k],
            name=name,
            orientation="h",
            width=_BAR,
            offset=(k - 1) * _BAR,
            marker={"color": SERIES[k], "pattern": {"shape": _HATCHES[k], **_OVER}},
            hovertemplate="%{y}: %{x:.3f}<extra>" + name + "</extra>",
        )
    _write_beside(figure, probabilities)
    figure.add_vline(x=0.5, line={"dash": "dot", "width": 2, "color": SERIES[5]})
    figure.update_xaxes(range=[0, 1.2], tickvals=[0, 0.25, 0.5, 0.75, 1])
    figure.update_yaxes(autorange="reversed")
    return figure


def _write_beside(figure: go.Figure, probabilities: np.ndarray) -> None:
    """Write each bar's number to the right of all bars, where no line crosses it."""
    for (row, k), value in np.ndenumerate(probabilities):
        figure.add_annotation(
            x=1.02, xanchor="left", y=row + (k - 0.5) * _BAR, text=f"{value:.3f}", showarrow=False
        )


def shuffled(before: np.ndarray, after: np.ndarray, readers: Sequence[str], chosen: int) -> go.Figure:
    """Draw what several readers say of a text and of many shuffles of it.

    Args:
        before: (num_readers,), probability of positive of the text as written.
        after: (num_readers, num_shuffles), the same of each shuffle.
        readers: (num_readers,).
        chosen: the shuffle that stands in the text above, 0 the first.
    """
    figure = go.Figure(
        layout=layout(
            title=f"The text and {after.shape[1]} shuffles of it",
            x_title="probability of positive",
            y_title="reader",
            height=190 + 60 * len(readers),
        )
    )
    groups = (
        ("shuffles", after, SERIES[5], 7, "circle-open"),
        ("the shuffle shown", after[:, [chosen]], SERIES[1], 13, "diamond"),
        ("as written", before[:, None], SERIES[0], 13, "circle"),
    )
    figure.add_traces([_points(readers, *group) for group in groups])
    figure.add_vline(x=0.5, line={"dash": "dot", "width": 2, "color": SERIES[5]})
    return figure.update_xaxes(range=[-0.03, 1.03]).update_yaxes(autorange="reversed", type="category")


def _points(
    readers: Sequence[str], name: str, values: np.ndarray, colour: str, size: int, symbol: str
) -> go.Scatter:
    return go.Scatter(
        x=values.ravel(),
        y=np.repeat(list(readers), values.shape[1]),
        mode="markers",
        name=name,
        marker={"color": colour, "size": size, "symbol": symbol, "line": {"width": 1}},
        cliponaxis=False,
        hovertemplate="%{y}: %{x:.3f}<extra>" + name + "</extra>",
    )


def vocabulary_growth(curves: Sequence[Curve]) -> go.Figure:
    """Draw the different words of a corpus as it is read.

    Args:
        curves: name, texts read so far (num_points,), different words so far (num_points,).
    """
    return _growth(curves, "The vocabulary grows", "different words")


def zeros(curves: Sequence[Curve]) -> go.Figure:
    """Draw the zeros of the count matrix as the corpus is read.

    Args:
        curves: name, texts read so far (num_points,), share of cells that are 0 in percent (num_points,).
    """
    figure = _growth(curves, "The count matrix fills with zeros", "cells that are 0 (%)")
    return figure.update_xaxes(type="log", dtick=1)


def _growth(curves: Sequence[Curve], title: str, y_title: str) -> go.Figure:
    figure = go.Figure(layout=layout(title=title, x_title="texts read", y_title=y_title))
    for k, (name, num_texts, measure) in enumerate(curves):
        figure.add_scatter(
            x=num_texts,
            y=measure,
            name=name,
            mode="lines+markers",
            line={"color": SERIES[k], "width": 3, "dash": ("solid", "dash")[k % 2]},
            marker={"symbol": _MARKS[k], "size": 6},
            hovertemplate="%{x} texts: %{y:,.1f}<extra>" + name + "</extra>",
        )
    return figure
