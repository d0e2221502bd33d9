"""Figures of faulty code: what it computes as it stands, and mended."""

from __future__ import annotations

from collections.abc import Mapping

import plotly.graph_objects as go

from seqviz.figures.palette import SERIES, layout

_HATCHES = ("", "/")
_OVER = {"fillmode": "overlay", "fgopacity": 0.5, "size": 7}
_ROW = 34  # pixels for a bar


def results(values: Mapping[str, Mapping[str, float]], *, title: str, axis: str) -> go.Figure:
    """Draw numbers that several versions of a program compute, side by side.

    Args:
        values: version -> (number's name -> number); a version that stopped has none.
        title: what the numbers are.
        axis: their quantity, with its unit.
    """
    names = list(dict.fromkeys(name for found in values.values() for name in found))
    bars = _ROW * max(1, len(names)) * len(values)
    figure = go.Figure(
        layout=layout(title=title, x_title=axis, y_title="what is measured", height=bars + 220)
    )
    for k, (version, found) in enumerate(values.items()):
        figure.add_bar(
            y=names,
            x=[found.get(name) for name in names],
            text=[f"{found[name]:.3f}" if name in found else "" for name in names],
            name=version,
            orientation="h",
            textposition="outside",
            cliponaxis=False,
            marker={"color": SERIES[k], "pattern": {"shape": _HATCHES[k], **_OVER}},
            hovertemplate="%{y}: %{x:.3f}<extra>" + version + "</extra>",
        )
    largest = max((number for found in values.values() for number in found.values()), default=1.0)
    figure.update_xaxes(range=[0, 1.15 * max(largest, 1.0)], nticks=6)
    return figure.update_yaxes(autorange="reversed")
