"""Words along a bias direction, before and after it is taken out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.labels import escape
from seqviz.figures.palette import SERIES, layout


def lean_chart(
    words: Sequence[str],
    before: np.ndarray,
    after: np.ndarray,
    told: np.ndarray | None,
    ends: tuple[str, str],
    title: str = "Words along the direction",
) -> go.Figure:
    """Draw how far words reach along the direction, before and after.

    Args:
        words: the words.
        before: (num_words,), component along the direction, -1 to 1.
        after: the same after debiasing.
        told: (num_words,), what the text says (share of "he" times 2 minus 1), nan for words of which it says nothing,
            or None where it is not known.
        ends: what the direction's low and high end are called.
        title: what the chart shows.
    """
    order = np.argsort(before)
    names = [escape(words[k]) for k in order]
    low, high = (escape(end) for end in ends)
    along = f"← {low} · {high} →<br>component (no unit)"
    height = 200 + 22 * len(words)
    figure = go.Figure(layout=layout(title=escape(title), x_title=along, y_title="word", height=height))
    marks = {"before": (before, 11, "circle", SERIES[0]), "after": (after, 11, "diamond", SERIES[1])}
    if told is not None:
        scaled = told * max(float(np.abs(before).max()), 1e-9)
        marks["what the sentences say (share of “he”, scaled)"] = (scaled, 12, "line-ns-open", SERIES[2])
    for name, (values, size, symbol, colour) in marks.items():
        marker = {"size": size, "symbol": symbol, "color": colour}
        figure.add_trace(go.Scatter(x=values[order], y=names, mode="markers", name=name, marker=marker))
    reach = 1.15 * max(0.05, float(np.abs(before).max()), float(np.abs(after).max()))
    figure.update_xaxes(range=[-reach, reach], zeroline=True, zerolinewidth=2)
    return figure


def explained_chart(explained: np.ndarray, num_axes: int = 1) -> go.Figure:
    """Draw each principal component's share of the variance within the sets.

    Args:
        explained: (num_components,), summing to 1, largest first.
        num_axes: how many of them are the direction; they have a colour of their own.
    """
    shown = explained[:10]
    figure = go.Figure(
        layout=layout(
            title="How much the direction explains",
            x_title="principal component",
            y_title="share of the variance within sets",
            height=340,
        )
    )
    colours = [SERIES[1] if k < num_axes else SERIES[0] for k in range(len(shown))]
    figure.add_trace(go.Bar(x=[str(k + 1) for k in range(len(shown))], y=shown, marker={"color": colours}))
    figure.update_yaxes(range=[0, 1])
    return figure
