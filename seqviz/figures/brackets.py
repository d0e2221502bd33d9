"""What nets of one layer and of more make of brackets: their accuracies, and what each says of one string."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.labels import escape
from seqviz.figures.palette import SEQUENTIAL, SERIES, add_level, layout


def accuracy_by_net(
    reached: Mapping[str, Mapping[str, Sequence[float]]], *, title: str, guessing: float
) -> go.Figure:
    """Draw the mean accuracy of every net on each question as a bar, and each of its seeds as a point.

    Args:
        reached: question -> net -> share of right answers of each seed, 0 to 1.
        title: of the figure.
        guessing: the share that whoever guesses gets right.
    """
    figure = go.Figure(layout=layout(title=title, x_title="asked about", y_title="accuracy", height=350))
    nets = dict.fromkeys(net for points in reached.values() for net in points)
    for place, net in enumerate(nets):
        shares = {question: points[net] for question, points in reached.items() if net in points}
        _add_net(figure, net, shares, SERIES[place])
    figure.update_layout(barmode="group", scattermode="group")
    add_level(figure, guessing, "guessing", position="bottom left")
    figure.update_yaxes(range=[0, 1.02])
    return figure


def _add_net(figure: go.Figure, net: str, shares: Mapping[str, Sequence[float]], colour: str) -> None:
    """Add a net's bars and its seeds' points: question -> share of each seed."""
    group = {"offsetgroup": net, "legendgroup": net}
    figure.add_bar(
        x=list(shares),
        y=[float(np.mean(each)) for each in shares.values()],
        name=net,
        marker={"color": colour, "opacity": 0.55},
        hovertemplate="%{x}: %{y:.3f} on average",
        **group,
    )
    pairs = [(question, share) for question, each in shares.items() for share in each]
    figure.add_scatter(
        x=[question for question, _ in pairs],
        y=[share for _, share in pairs],
        name=f"{net}, each seed",
        showlegend=False,
        mode="markers",
        marker={"color": colour, "size": 9, "line": {"width": 1, "color": "white"}},
        hovertemplate="%{x}: %{y:.3f}",
        **group,
    )


def marked_string(
    tokens: Sequence[str], rows: Mapping[str, np.ndarray], *, title: str, most: int = 1
) -> go.Figure:
    """Draw what each net says of each token of a string, below what is so.

    Args:
        tokens: (num_tokens,).
        rows: what is so, or a net -> (num_tokens,): the probability of *right*, or a count; NaN where nothing is
            asked.
        title: of the figure.
        most: the largest value: 1 of a probability.
    """
    places = np.arange(1, len(tokens) + 1)
    values = np.array(list(rows.values()), float)
    figure = go.Figure(
        go.Heatmap(
            z=values,
            x=places,
            y=list(rows),
            zmin=0,
            zmax=most,
            colorscale=SEQUENTIAL,
            xgap=2,
            ygap=6,
            text=_written(values, ".1f" if most == 1 else ".0f"),
            texttemplate="%{text}",
            showscale=False,
            hovertemplate="%{y}, token %{x}: %{z:.3f}<extra></extra>",
        ),
        layout=layout(title=title, x_title="token", y_title="", height=300),
    )
    figure.update_xaxes(tickvals=places, ticktext=[escape(token) for token in tokens], tickangle=0)
    figure.update_yaxes(autorange="reversed")
    return figure


def _written(values: np.ndarray, digits: str) -> list[list[str]]:
    """Write numbers; nothing for those that are NaN."""
    return [["" if np.isnan(value) else f"{value:{digits}}" for value in row] for row in values]
