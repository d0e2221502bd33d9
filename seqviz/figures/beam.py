"""The tree of a beam search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from seqviz.figures.labels import escape
from seqviz.figures.palette import SERIES, layout

#: Letters that fit beside one another over the whole width, tokens above and below their points by turns.
LETTERS_ACROSS = 120
MOST_LABELLED = 16  # tokens written; in a longer tree only the best path is labelled


@dataclass(frozen=True)
class Branch:
    """One node of a beam's tree, as it is drawn.

    Attributes:
        parent: index of the node that it goes on from, -1 for [START].
        token: what it adds.
        probability: of the token, 0 to 1.
        total: log-probability from the start.
        depth: tokens so far.
        kept: whether the search went on from it.
        best: whether it lies on the best path.
    """

    parent: int
    token: str
    probability: float
    total: float
    depth: int
    kept: bool
    best: bool


def beam_tree(branches: Sequence[Branch]) -> go.Figure:
    """Draw a beam search: steps to the right, at each step the likelier beginnings above.

    Args:
        branches: parents before children.
    """
    places = _places(branches)
    figure = go.Figure(
        layout=layout(
            title="Every beginning that was tried", x_title="tokens written", y_title="rank", height=430
        )
    )
    figure.add_trace(_edges(branches, places, best=False))
    figure.add_trace(_edges(branches, places, best=True))
    figure.add_trace(_nodes(branches, places))
    figure.update_yaxes(autorange="reversed", dtick=1)
    return figure


def _edges(branches: Sequence[Branch], places: Sequence[tuple[float, float]], *, best: bool) -> go.Scatter:
    """A line from each node's parent to the node, of the nodes on the best path or of all others."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for k, branch in enumerate(branches):
        if branch.best == best:
            x0, y0 = places[branch.parent] if branch.parent >= 0 else (0.0, 1.0)
            xs += [x0, places[k][0], None]
            ys += [y0, places[k][1], None]
    line = {"color": SERIES[1], "width": 3} if best else {"color": "#888888", "width": 1}
    name = "best path" if best else "tried"
    return go.Scatter(x=xs, y=ys, mode="lines", line=line, hoverinfo="skip", name=name)


def _nodes(branches: Sequence[Branch], places: Sequence[tuple[float, float]]) -> go.Scatter:
    colours = [SERIES[1] if b.best else SERIES[0] if b.kept else "#aaaaaa" for b in branches]
    return go.Scatter(
        x=[x for x, _ in places],
        y=[y for _, y in places],
        mode="markers+text",
        text=_labels(branches),
        hovertext=[escape(branch.token) for branch in branches],
        textposition=[("top center", "bottom center")[branch.depth % 2] for branch in branches],
        marker={"size": 9, "color": colours},
        customdata=[(branch.probability, branch.total) for branch in branches],
        hovertemplate="%{hovertext}: probability %{customdata[0]:.4f}, log-probability so far %{customdata[1]:.3f}"
        "<extra></extra>",
        showlegend=False,
    )


def _labels(branches: Sequence[Branch]) -> list[str]:
    """The tokens kept, shortened to what fits beside one another; of a long tree only those of the best path."""
    deepest = max((branch.depth for branch in branches), default=1)
    longest = max(3, LETTERS_ACROSS // deepest)
    shown = (branch.best or (branch.kept and deepest <= MOST_LABELLED) for branch in branches)
    short = (b.token if len(b.token) <= longest else f"{b.token[: longest - 1]}…" for b in branches)
    return [escape(token) if is_shown else "" for token, is_shown in zip(short, shown, strict=True)]


def _places(branches: Sequence[Branch]) -> list[tuple[float, float]]:
    """Each node at its depth and its rank by log-probability within that depth."""
    places = [(0.0, 0.0)] * len(branches)
    for depth in {branch.depth for branch in branches}:
        level = [k for k, branch in enumerate(branches) if branch.depth == depth]
        for rank, k in enumerate(sorted(level, key=lambda k: -branches[k].total), start=1):
            places[k] = (float(depth), float(rank))
    return places
