"""How alike documents are, as a figure."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.labels import escape
from seqviz.figures.palette import SEQUENTIAL, layout

_NUMBERED = 14  # documents up to which every cell's number is written


def similarities(cosines: np.ndarray, labels: Sequence[str], *, weighting: str) -> go.Figure:
    """Draw the cosine between every two documents.

    Args:
        cosines: (num_documents, num_documents), 0 to 1; NaN where a document holds no weight at all.
        labels: one for each document, short.
        weighting: what the cells of the documents' rows hold.
    """
    figure = go.Figure(
        layout=layout(
            title=f"Cosine similarity ({weighting})",
            x_title="document",
            y_title="document",
            height=200 + 40 * min(len(labels), 12),
        )
    )
    names = [escape(label) for label in labels]
    figure.add_heatmap(
        z=cosines,
        x=names,
        y=names,
        zmin=0,
        zmax=1,
        colorscale=SEQUENTIAL,
        colorbar={"title": {"text": "cosine"}},
        texttemplate="%{z:.3f}" if len(labels) <= _NUMBERED else None,
        hovertemplate="%{y} and %{x}: %{z:.3f}<extra></extra>",
        hoverongaps=False,
    )
    figure.update_xaxes(type="category")
    figure.update_yaxes(type="category", autorange="reversed")
    return figure
