"""Words as points: the map of a space, arrows of word arithmetic, and words along an axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.labels import escape
from seqviz.figures.palette import SERIES, layout

#: Shapes that both flat and spatial figures know.
SHAPES = ("circle", "square", "diamond", "cross", "x")
HIGHLIGHT = "#e0218a"
FLAT_NAME = (0.05, 0.03)  # room that a name takes, as shares of the map: its width and height
NARROWER = 2.8  # times wider is a name as a share of a map on a phone's screen
SPATIAL_NAME = (0.12, 0.12, 0.12)  # the cube is drawn smaller, and a name may lie along any of its axes


@dataclass(frozen=True)
class Arrow:
    """An arrow between two places on a map.

    Attributes:
        start: (2,) or (3,).
        end: the same.
        name: what the legend calls it.
        colour: its own, or that of the group whose word it moves.
    """

    start: np.ndarray
    end: np.ndarray
    name: str
    colour: str


def word_map(
    points: np.ndarray,
    words: Sequence[str],
    groups: Sequence[str],
    *,
    title: str,
    axes: tuple[str, str] = ("first axis (no unit)", "second axis (no unit)"),
    highlighted: Sequence[str] = (),
    arrows: Sequence[Arrow] = (),
    height: int = 620,
    is_narrow: bool = False,
) -> go.Figure:
    """Draw words at their places, one colour and shape per group.

    Args:
        points: (num_words, 2) or (num_words, 3).
        words: written beside the points.
        groups: each word's group; equal names share colour and shape, "" is no group.
        title: what the map shows.
        axes: titles of the flat map's axes.
        highlighted: words drawn large.
        arrows: drawn over the points.
        height: pixels.
        is_narrow: whether it is drawn on a phone, where fewer names have room.
    """
    figure = go.Figure(layout=layout(title=title, x_title=axes[0], y_title=axes[1], height=height))
    labelled = np.array([escape(word) for word in words], dtype=object)
    chosen = np.isin(np.array(words, dtype=object), list(highlighted))
    shown = np.where(uncrowded(points, is_narrow=is_narrow) & ~chosen, labelled, "")
    for k, group in enumerate(dict.fromkeys(groups)):
        mine = np.array([other == group for other in groups], dtype=bool)
        figure.add_trace(_points(points[mine], labelled[mine], shown[mine], group, *style(k), size=7))
    if (names := labelled[chosen]).size:
        figure.add_trace(_points(points[chosen], names, names, "searched", HIGHLIGHT, "circle", size=14))
    figure.add_traces([_line(arrow) for arrow in arrows])
    if points.shape[1] == 3:
        _name_spatial_axes(figure)
    return figure


def uncrowded(points: np.ndarray, *, is_narrow: bool = False) -> np.ndarray:
    """Choose the words whose names can be written without covering one another; the rest show on hovering.

    Args:
        points: (num_words, num_components); earlier words go first.
        is_narrow: whether they are written on a phone's screen.

    Returns:
        (num_words,) of bool.
    """
    spread = np.ptp(points, axis=0)
    scaled = points / np.where(spread > 0, spread, 1.0)
    room = np.array(FLAT_NAME if points.shape[1] == 2 else SPATIAL_NAME)
    room[0] *= NARROWER if is_narrow else 1.0
    written = np.zeros(len(points), dtype=bool)
    for k, place in enumerate(scaled):
        written[k] = not (np.abs(scaled[written] - place) < room).all(axis=1).any()
    return written


def style(group: int) -> tuple[str, str]:
    """Return colour and shape of the group of this number; no two of the first thirty are alike."""
    return SERIES[group % len(SERIES)], SHAPES[(group // len(SERIES) + group) % len(SHAPES)]


def axis_chart(words: Sequence[str], places: np.ndarray, ends: tuple[str, str]) -> go.Figure:
    """Draw words along an axis.

    Args:
        words: the words.
        places: (num_words,), how far each reaches along it, -1 to 1.
        ends: what the axis's low and high end are called.
    """
    order = np.argsort(places)
    low, high = (escape(end) for end in ends)
    figure = go.Figure(
        layout=layout(
            title="Words along your axis",
            x_title=f"← {low} · {high} →<br>component (no unit)",
            y_title="word",
            height=160 + 24 * len(words),
        )
    )
    figure.add_trace(
        go.Bar(
            x=places[order], y=[escape(words[k]) for k in order], orientation="h", marker={"color": SERIES[0]}
        )
    )
    reach = max(0.1, float(np.abs(places).max()) * 1.1)
    figure.update_xaxes(range=[-reach, reach], zeroline=True, zerolinewidth=2)
    figure.update_yaxes(type="category")  # also where all words are numbers
    return figure


def _points(
    points: np.ndarray, words: np.ndarray, shown: np.ndarray, name: str, colour: str, shape: str, *, size: int
) -> go.Scatter | go.Scatter3d:
    same: dict[str, Any] = {
        "mode": "markers+text",
        "text": shown,
        "customdata": words,
        "textposition": "top center",
        "textfont": {"size": 11},
        "name": escape(name),
        "showlegend": bool(name),
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    if points.shape[1] == 3:
        marker = {"color": colour, "symbol": shape, "size": size * 0.6}
        return go.Scatter3d(x=points[:, 0], y=points[:, 1], z=points[:, 2], marker=marker, **same)
    return go.Scatter(
        x=points[:, 0], y=points[:, 1], marker={"color": colour, "symbol": shape, "size": size}, **same
    )


def _line(arrow: Arrow) -> go.Scatter | go.Scatter3d:
    places = np.stack([arrow.start, arrow.end])
    line = {"width": 3, "color": arrow.colour}
    same: dict[str, Any] = {"mode": "lines+markers", "name": escape(arrow.name), "line": line}
    if places.shape[1] == 3:
        head = {"size": [0, 5], "color": arrow.colour}
        return go.Scatter3d(x=places[:, 0], y=places[:, 1], z=places[:, 2], marker=head, **same)
    marker = {"symbol": "arrow", "size": [0, 16], "angleref": "previous", "color": arrow.colour}
    return go.Scatter(x=places[:, 0], y=places[:, 1], marker=marker, **same)


def _name_spatial_axes(figure: go.Figure) -> None:
    names = ("first axis", "second axis", "third axis")
    axes = {f"{axis}axis": {"title": {"text": name}} for axis, name in zip("xyz", names, strict=True)}
    whole_cube = {"eye": {"x": 1.45, "y": 1.45, "z": 1.1}, "center": {"x": 0, "y": 0, "z": -0.12}}
    figure.update_layout(scene={**axes, "camera": whole_cube})
