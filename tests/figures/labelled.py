"""What every figure owes its reader."""

from __future__ import annotations

import plotly.graph_objects as go

LONGEST_TITLE = 60  # characters; Plotly does not wrap titles, and a phone is 390 pixels wide
WITHOUT_AXES = {"pie", "sankey", "table", "indicator", "treemap", "sunburst"}


def assert_labelled(fig: go.Figure, *, hidden_axes: bool = False) -> None:
    """Fail unless the figure has a short title and, on every axis that shows, a title.

    Args:
        fig: any figure.
        hidden_axes: True for drawings (a cell, a tree) whose axes mean nothing and are hidden.
    """
    title = fig.layout.title.text
    assert title, "a figure needs a title"
    assert len(title) <= LONGEST_TITLE, f"{len(title)} characters; at most {LONGEST_TITLE} fit a phone"
    if fig.data and all(trace.type in WITHOUT_AXES for trace in fig.data):
        return
    axes = [*fig.select_xaxes(), *fig.select_yaxes()]
    shown = [axis for axis in axes if axis.visible is not False and axis.matches is None]
    assert bool(shown) is not hidden_axes, "only a drawing may hide its axes"
    assert all(axis.title.text for axis in shown), "every axis needs a title, with its unit"
