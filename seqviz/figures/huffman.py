"""The Huffman tree, drawn down to some of its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from seqviz.figures.labels import escape
from seqviz.figures.palette import SERIES, layout


@dataclass(frozen=True)
class TreeNode:
    """One node of the drawing.

    Attributes:
        x: across, in leaves from the left.
        depth: turns from the root.
        parent: its parent's place in the list; the root's is its own.
        label: the word of a leaf, or what an inner node holds.
        on_path: whether it lies on the chosen word's path.
        is_leaf: whether it is a word.
    """

    x: float
    depth: int
    parent: int
    label: str
    on_path: bool
    is_leaf: bool


def tree_chart(nodes: Sequence[TreeNode], *, title: str) -> go.Figure:
    """Draw a binary tree with its root on top; the chosen path is thick.

    Args:
        nodes: parents before their children.
        title: what the tree is of.
    """
    depth = max(node.depth for node in nodes)
    figure = go.Figure(
        layout=layout(
            title=title,
            x_title="words, left to right",
            y_title="turns from the root",
            height=180 + 34 * depth,
        )
    )
    for on_path, width, name in ((False, 1, "other branches"), (True, 4, "the word's path")):
        figure.add_trace(_branches(nodes, on_path, width, name))
    for is_leaf, name in ((False, "inner nodes"), (True, "words")):
        figure.add_trace(_nodes([node for node in nodes if node.is_leaf is is_leaf], name))
    figure.update_yaxes(range=[depth + 0.7, -0.4], dtick=1)
    figure.update_xaxes(showticklabels=False)
    return figure


def _branches(nodes: Sequence[TreeNode], on_path: bool, width: int, name: str) -> go.Scatter:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for node in nodes:
        parent = nodes[node.parent]
        if node is not parent and node.on_path is on_path:
            xs += [parent.x, node.x, None]
            ys += [parent.depth, node.depth, None]
    colour = SERIES[1] if on_path else "#8a8f98"
    return go.Scatter(
        x=xs, y=ys, mode="lines", name=name, line={"width": width, "color": colour}, hoverinfo="skip"
    )


def _nodes(nodes: Sequence[TreeNode], name: str) -> go.Scatter:
    is_words = name == "words"
    return go.Scatter(
        x=[node.x for node in nodes],
        y=[node.depth for node in nodes],
        text=[escape(node.label) for node in nodes],
        mode="markers+text" if is_words else "markers",
        textposition="bottom center",
        name=name,
        marker={
            "size": [11 if node.on_path else 6 for node in nodes],
            "color": [SERIES[1] if node.on_path else SERIES[0] for node in nodes],
            "symbol": "square" if is_words else "circle",
        },
        hovertemplate="%{text}<extra></extra>",
    )
