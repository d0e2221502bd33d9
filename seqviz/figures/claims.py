"""A trial as a picture: every seed a point, the interval of their mean, and how much matters as a band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

import plotly.graph_objects as go

from seqviz.figures.labels import escape
from seqviz.figures.palette import SERIES, layout

#: Verdict on a condition -> its colour and the sign of its mean, so that colour is not needed.
LOOKS: dict[str, tuple[str, str]] = {
    "supported": (SERIES[0], "circle"),
    "contradicted": (SERIES[2], "x"),
    "no difference": (SERIES[5], "square"),
    "undecided": (SERIES[1], "diamond-open"),
    "too few seeds": (SERIES[5], "circle-open"),
    "beside, not judged": (SERIES[3], "triangle-up"),
}
ROW, LINE, MARGINS = 34, 17, 190  # pixels
NAME_WIDTH = 24  # characters
SEED_SIZE, MEAN_SIZE = 6, 12


@dataclass(frozen=True)
class ConditionRow:
    """What is drawn of one condition.

    Attributes:
        name: its levels.
        differences: of the seeds, in the unit of the axis.
        interval: (low, mean, high), or None for fewer than two seeds.
        verdict: a key of `LOOKS`.
    """

    name: str
    differences: tuple[float, ...]
    interval: tuple[float, float, float] | None
    verdict: str


def trial_picture(rows: Sequence[ConditionRow], *, title: str, x_title: str, margin: float) -> go.Figure:
    """Draw conditions one under another.

    Args:
        rows: the conditions, topmost first.
        title: what is compared.
        x_title: the difference, with its unit.
        margin: the smallest difference that matters, in the same unit; 0 draws no band.
    """
    names = [_in_lines(row.name) for row in rows]
    row = max(ROW, LINE * max(1 + name.count("<br>") for name in names))
    figure = go.Figure(
        layout=layout(title=title, x_title=x_title, y_title="condition", height=MARGINS + row * len(rows))
    )
    if margin:
        figure.add_vrect(-margin, margin, fillcolor=SERIES[5], opacity=0.15, line_width=0)
    figure.add_vline(0, line={"width": 1})
    figure.add_scatter(
        x=[value for row in rows for value in row.differences],
        y=[name for name, row in zip(names, rows, strict=True) for _ in row.differences],
        mode="markers",
        name="a seed",
        marker={"size": SEED_SIZE, "color": SERIES[5]},
        hovertemplate="%{y}: %{x:.4g}<extra></extra>",
    )
    for verdict in LOOKS:
        _add_intervals(figure, verdict, list(zip(names, rows, strict=True)))
    figure.update_yaxes(categoryorder="array", categoryarray=names[::-1], type="category", dtick=1)
    return figure


def _in_lines(name: str) -> str:
    """Break a long name into lines, so that a phone has room for the picture beside it."""
    return "<br>".join(escape(line) for line in wrap(name, NAME_WIDTH))


def _add_intervals(figure: go.Figure, verdict: str, rows: Sequence[tuple[str, ConditionRow]]) -> None:
    """Add the means of one verdict, with their intervals; nothing where there is none."""
    found = [(name, row.interval) for name, row in rows if row.verdict == verdict and row.interval]
    if not found:
        return
    colour, symbol = LOOKS[verdict]
    means = [mean for _, (_, mean, _) in found]
    figure.add_scatter(
        x=means,
        y=[name for name, _ in found],
        mode="markers",
        name=verdict,
        marker={"size": MEAN_SIZE, "color": colour, "symbol": symbol},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [high - mean for _, (_, mean, high) in found],
            "arrayminus": [mean - low for _, (low, mean, _) in found],
            "thickness": 3,
            "color": colour,
        },
        hovertemplate=f"%{{y}}: mean %{{x:.4g}}, {verdict}<extra></extra>",
    )
