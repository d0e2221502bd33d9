"""The ratio picture of GloVe: which words stand near one word rather than near another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.labels import escape
from seqviz.figures.palette import SERIES, layout

FARTHEST = 200.0  # ratios beyond this, or below its inverse, are drawn at the edge


def ratio_chart(
    probes: Sequence[str], counts: np.ndarray, ratios: np.ndarray, two: tuple[str, str]
) -> go.Figure:
    """Draw how much more often probe words stand near one word than near another, with intervals.

    Args:
        probes: the words, top to bottom.
        counts: (num_probes, 2), meetings with the one and with the other.
        ratios: (num_probes, 3), the ratio and its interval's ends; infinite and nan are allowed.
        two: the first word and the other.
    """
    one, other = map(escape, two)
    figure = go.Figure(
        layout=layout(
            title=f"Which words tell {one} from {other}",
            x_title=f"← {other} · ratio (no unit) · {one} →",
            y_title="probe word k",
            height=190 + 40 * len(probes),
        )
    )
    figure.add_trace(_points(probes, counts, ratios))
    figure.add_vline(x=1, line={"dash": "dash", "color": SERIES[2]})
    figure.update_xaxes(type="log", range=[-2.4, 2.4], tickvals=[0.01, 0.1, 1, 10, 100])
    return figure.update_yaxes(type="category", autorange="reversed")


def _points(probes: Sequence[str], counts: np.ndarray, ratios: np.ndarray) -> go.Scatter:
    drawn = np.clip(np.nan_to_num(ratios, nan=1.0, posinf=FARTHEST), 1 / FARTHEST, FARTHEST)
    point, low, high = drawn.T
    return go.Scatter(
        x=point,
        y=[escape(probe) for probe in probes],
        customdata=np.concatenate([counts, ratios], axis=1),
        mode="markers",
        marker={"size": 11, "color": SERIES[0]},
        error_x={"type": "data", "symmetric": False, "array": high - point, "arrayminus": point - low},
        hovertemplate="%{y}: %{customdata[0]} and %{customdata[1]} meetings, ratio %{customdata[2]:.3g} "
        "(%{customdata[3]:.3g} to %{customdata[4]:.3g})<extra></extra>",
    )
