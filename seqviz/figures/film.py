"""The film of a map while its space trains: a play button and a slider over the frames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.palette import TOOLBAR
from seqviz.figures.space import word_map

FRAME_MILLISECONDS = 250


def map_film(
    frames: Sequence[np.ndarray],
    epochs: Sequence[float],
    words: Sequence[str],
    groups: Sequence[str],
    *,
    title: str,
    unit: str = "epoch",
    is_narrow: bool = False,
) -> go.Figure:
    """Draw a map that moves: a play button and a slider over the frames, both run in the browser.

    Args:
        frames: maps, each (num_words, 2), earlier ones first; the last one is shown at first.
        epochs: when each was taken.
        words: written beside the points.
        groups: each word's group.
        title: what the film shows.
        unit: what `epochs` counts.
        is_narrow: whether it is drawn on a phone, where fewer names have room.
    """
    shown = _by_label(frames, epochs)
    figure = word_map(frames[-1], words, groups, title=title, is_narrow=is_narrow)
    figure.frames = _frames(list(shown.values()), groups)
    reach = 1.1 * max(float(np.abs(frame).max()) for frame in frames)
    figure.update_xaxes(range=[-reach, reach])
    figure.update_yaxes(range=[-reach, reach])
    figure.update_layout(
        sliders=[_film_slider(list(shown), unit)],
        updatemenus=[_play_button()],
        height=740 + TOOLBAR,
        legend={"yref": "paper", "yanchor": "top", "y": -0.34},
    )
    return figure


def _by_label(frames: Sequence[np.ndarray], epochs: Sequence[float]) -> dict[str, np.ndarray]:
    """Return label -> frame; of frames with one label, such as those of 14.97 and 15, the last."""
    labels = (f"{epoch:.1f}".removesuffix(".0") for epoch in epochs)
    return dict(zip(labels, frames, strict=True))


def _frames(maps: Sequence[np.ndarray], groups: Sequence[str]) -> list[go.Frame]:
    order = [np.array([other == group for other in groups]) for group in dict.fromkeys(groups)]
    return [
        go.Frame(name=str(k), data=[go.Scatter(x=places[mine, 0], y=places[mine, 1]) for mine in order])
        for k, places in enumerate(maps)
    ]


def _film_slider(labels: Sequence[str], unit: str) -> dict[str, Any]:
    steps = [
        {"method": "animate", "label": label, "args": [[str(k)], _moving(0)]}
        for k, label in enumerate(labels)
    ]
    return {
        "active": len(labels) - 1,
        "currentvalue": {"prefix": f"{unit} "},
        "x": 0.0,
        "len": 1.0,
        "y": -0.06,
        "pad": {"t": 30},
        "steps": steps,
    }


def _play_button() -> dict[str, Any]:
    return {
        "type": "buttons",
        "x": 1.0,
        "xanchor": "right",
        "y": 1.02,
        "yanchor": "bottom",
        "showactive": False,
        "buttons": [{"label": "▶ play", "method": "animate", "args": [None, _moving(FRAME_MILLISECONDS)]}],
    }


def _moving(milliseconds: int) -> dict[str, Any]:
    return {
        "mode": "immediate",
        "fromcurrent": False,
        "frame": {"duration": milliseconds, "redraw": False},
        "transition": {"duration": milliseconds},
    }
