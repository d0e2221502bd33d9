"""How strongly the end depends on what came before, and what that does to learning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.palette import GATE_COLOURS, SERIES, add_level, layout

_DASHES = ("dot", "solid", "dash")  # of the cells in their order
FLOOR, CEILING = 1e-30, 1e30  # what the charts reach; curves beyond leave the picture


@dataclass(frozen=True)
class DepthCurve:
    """One curve over the distance from the end.

    Attributes:
        name: in the legend.
        values: first token first, (length,), at least 0; infinite where too large.
        place: of its cell among those compared, from 0: its colour and dashes.
        is_memory: the cell state, the conveyor belt, drawn in that state's colour.
    """

    name: str
    values: np.ndarray
    place: int
    is_memory: bool = False


def gradient_chart(curves: Sequence[DepthCurve], *, title: str, y_title: str) -> go.Figure:
    """Draw curves over how many tokens before the end they look, on a logarithmic scale."""
    figure = go.Figure(
        layout=layout(title=title, x_title="tokens before the end", y_title=y_title, height=440)
    )
    for curve in curves:
        back = np.arange(len(curve.values))[::-1]
        line = _line(curve.place)
        if curve.is_memory:
            line = {"color": GATE_COLOURS["cell_state"], "dash": "longdashdot", "width": 2.5}
        figure.add_scatter(
            x=back,
            y=_drawable(curve.values),
            name=curve.name,
            mode="lines" if len(back) > 1 else "markers",
            line=line,
            marker={"color": line["color"], "size": 9},
            hovertemplate="%{x} tokens before the end: %{y:.3g}",
        )
    figure.update_yaxes(type="log", exponentformat="power", range=_log_range([c.values for c in curves]))
    figure.update_xaxes(autorange="reversed")
    return figure


def _line(place: int) -> dict[str, Any]:
    """Return how the cell at a place among those compared is drawn."""
    return {"color": SERIES[place % len(SERIES)], "dash": _DASHES[place % len(_DASHES)], "width": 2.5}


def _drawable(values: np.ndarray) -> np.ndarray:
    """Leave out what a logarithmic scale cannot show: 0 and infinity."""
    return np.where(np.isfinite(values) & (values > 0), values, np.nan)


def _log_range(curves: Sequence[np.ndarray]) -> list[float]:
    """Return powers of ten that hold what can be drawn, within the floor and the ceiling."""
    drawn = [v[np.isfinite(v) & (v > 0)] for v in map(np.asarray, curves)]
    values = np.concatenate([*drawn, np.array([0.5, 1.0])])
    low, high = np.log10(np.clip([values.min(), values.max()], FLOOR, CEILING))
    return [float(low) - 0.3, float(high) + 0.3]


def compounding(rates: Mapping[str, float], length: int) -> go.Figure:
    """Draw rate ** n for each rate: a small loss at every step, or a small gain.

    Args:
        rates: name -> what each step multiplies by, at least 0.
        length: steps.
    """
    steps = np.arange(length + 1)
    figure = go.Figure(
        layout=layout(
            title="A little at every step", x_title="steps n", y_title="rate to the power n", height=440
        )
    )
    for k, (name, rate) in enumerate(rates.items()):
        with np.errstate(over="ignore", under="ignore"):
            values = _drawable(np.power(float(rate), steps))
        dash = ("solid", "dash", "dot")[k % 3]
        figure.add_scatter(
            x=steps,
            y=values,
            name=name,
            mode="lines",
            line={"color": SERIES[k % len(SERIES)], "dash": dash, "width": 2.5},
            hovertemplate="after %{x}: %{y:.4g}",
        )
    figure.update_yaxes(type="log", exponentformat="power", range=_log_range([d.y for d in figure.data]))
    return figure


def accuracy_against_lag(reached: Mapping[str, Mapping[int, Sequence[float]]], chance: float) -> go.Figure:
    """Draw how well each net recalls after each lag: the mean of its seeds, and a band from the worst to the best.

    Args:
        reached: net -> lag -> share of right answers of each seed, 0 to 1; the nets in the order of their colours.
        chance: what guessing reaches.
    """
    figure = go.Figure(
        layout=layout(
            title="What is remembered after a lag", x_title="lag (tokens)", y_title="accuracy", height=400
        )
    )
    for place, (net, points) in enumerate(reached.items()):
        lags = sorted(points)
        if any(len(shares) > 1 for shares in points.values()):
            _add_band(figure, lags, [points[lag] for lag in lags], place, net)
        figure.add_scatter(
            x=lags,
            y=[float(np.mean(points[lag])) for lag in lags],
            name=net,
            legendgroup=net,
            mode="lines+markers",
            line=_line(place),
            marker={"size": 9},
            hovertemplate="lag %{x}: %{y:.3f}",
        )
    add_level(figure, chance, "guessing", position="bottom left")  # nobody does worse for long
    all_lags = sorted({lag for points in reached.values() for lag in points})
    figure.update_xaxes(type="log", tickvals=all_lags, ticktext=[str(lag) for lag in all_lags])
    figure.update_yaxes(range=[0, 1.05])
    return figure


def _add_band(
    figure: go.Figure, lags: list[int], shares: list[Sequence[float]], place: int, name: str
) -> None:
    """Shade from the least to the largest share at each lag, in the colour of a net's place."""
    figure.add_scatter(
        x=[*lags, *lags[::-1]],
        y=[*map(max, shares), *[min(each) for each in shares[::-1]]],
        fill="toself",
        fillcolor=_line(place)["color"],
        opacity=0.2,
        line={"width": 0},
        name=name,
        legendgroup=name,
        showlegend=False,
        hoverinfo="skip",
    )


def clipping_curves(
    curves: Mapping[str, tuple[np.ndarray, np.ndarray]],
    *,
    title: str,
    y_title: str,
    level: tuple[str, float] | None = None,
) -> go.Figure:
    """Draw one measure of runs that differ in clipping alone, on a logarithmic scale.

    Args:
        curves: run's name -> (steps, values).
        title: of the figure.
        y_title: what the values are.
        level: name and height, above 0, of a line to compare with.
    """
    figure = go.Figure(layout=layout(title=title, x_title="steps", y_title=y_title, height=380))
    for k, (name, (steps, values)) in enumerate(curves.items()):
        figure.add_scatter(
            x=steps,
            y=_drawable(values),
            name=name,
            mode="lines+markers" if len(steps) < 3 else "lines",
            line={"color": SERIES[(1, 0, 2)[k % 3]], "dash": ("solid", "solid", "dash")[k % 3], "width": 2},
            hovertemplate="step %{x}: %{y:.4g}",
        )
    figure.update_yaxes(type="log", exponentformat="power")
    figure.update_xaxes(rangemode="tozero")
    if level:
        add_level(figure, level[1], level[0])
    return figure
