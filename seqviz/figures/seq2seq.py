"""Pictures of encoder and decoder: their states, attention, and the bottleneck."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from seqviz.figures.labels import escape
from seqviz.figures.palette import SEQUENTIAL, SERIES, SIGNED, TOOLBAR, layout


def encoder_and_decoder(
    source: Sequence[str], written: Sequence[str], encoder: np.ndarray, decoder: np.ndarray, step: int
) -> go.Figure:
    """Draw the states of the encoder, token by token, and of the decoder up to a step.

    Args:
        source: (source_length,) tokens.
        written: (target_length,) tokens.
        encoder: (source_length, hidden_size), -1 to 1.
        decoder: (target_length, hidden_size), -1 to 1.
        step: the last decoder step that is shown, from 0; what comes after it is left empty.
    """
    seen = np.where(np.arange(len(decoder))[:, None] <= step, decoder, np.nan)
    figure = make_subplots(
        1, 2, shared_yaxes=True, horizontal_spacing=0.04,
        column_widths=[len(source), len(written)], subplot_titles=("encoder", "decoder"),
    )  # fmt: skip
    for column, (states, tokens) in enumerate(((encoder, source), (seen, written)), start=1):
        figure.add_heatmap(
            z=states.T, colorscale=SIGNED, zmin=-1, zmax=1, row=1, col=column, showscale=column == 2,
            colorbar={"title": {"text": "state"}}, hovertemplate="unit %{y}, token %{x}: %{z:.3f}<extra></extra>",
        )  # fmt: skip
        figure.update_xaxes(**_token_ticks(tokens), tickangle=-45, col=column)
    title = "The last column on the left is the context vector"
    figure.update_layout(layout(title=title, x_title="", y_title="unit", height=430), margin_t=84 + TOOLBAR)
    figure.update_xaxes(title_text="source token", col=1)
    figure.update_xaxes(title_text="token written", col=2)
    figure.update_yaxes(title_text="unit", col=1)
    figure.add_vline(len(source) - 1, line={"color": SERIES[1], "width": 2}, row=1, col=1)
    figure.add_vline(step, line={"color": SERIES[1], "width": 2}, row=1, col=2)
    return figure


def _token_ticks(tokens: Sequence[str]) -> dict[str, list[int] | list[str]]:
    """An axis's ticks: one for each token, from 0."""
    return {"tickvals": list(range(len(tokens))), "ticktext": [escape(token) for token in tokens]}


def attention_matrix(
    source: Sequence[str], written: Sequence[str], attention: np.ndarray, step: int
) -> go.Figure:
    """Draw how much each written token looked at each source token; the rows sum to 1.

    Args:
        source: (source_length,) tokens.
        written: (target_length,) tokens.
        attention: (target_length, source_length), 0 to 1.
        step: the row that is marked.
    """
    figure = go.Figure(
        go.Heatmap(
            z=attention,
            colorscale=SEQUENTIAL,
            zmin=0,
            zmax=1,
            colorbar={"title": {"text": "weight"}},
            hovertemplate="row %{y}, source %{x}: %{z:.3f}<extra></extra>",
        ),
        layout=layout(
            title="Where each written token looked",
            x_title="source token",
            y_title="token written",
            height=430,
        ),
    )
    figure.update_xaxes(**_token_ticks(source), tickangle=-45)
    figure.update_yaxes(**_token_ticks(written), autorange="reversed")
    row = {"x0": -0.5, "x1": len(source) - 0.5, "y0": step - 0.5, "y1": step + 0.5}
    figure.add_shape(type="rect", **row, line={"color": SERIES[1], "width": 3})
    return figure


def bottleneck_grid(
    lengths: Sequence[int], sizes: Sequence[int], without: np.ndarray, attending: np.ndarray
) -> go.Figure:
    """Draw the share of exact matches over length and context size, without attention and with it.

    Args:
        lengths: (num_lengths,) of the sequences.
        sizes: (num_sizes,) of the context vector.
        without: (num_sizes, num_lengths), 0 to 1, NaN where nothing is measured yet.
        attending: likewise, with attention.
    """
    columns, rows = [str(length) for length in lengths], [str(size) for size in sizes]
    figure = make_subplots(
        2,
        1,
        shared_xaxes=True,
        vertical_spacing=0.12,
        subplot_titles=("context vector only", "with attention"),
    )
    figure.add_trace(_shares(without, columns, rows, showscale=True), 1, 1)
    figure.add_trace(_shares(attending, columns, rows, showscale=False), 2, 1)
    title = "Share of sequences reversed without a mistake"
    figure.update_layout(layout(title=title, x_title="", y_title="", height=520), margin_t=84 + TOOLBAR)
    figure.update_xaxes(type="category", categoryarray=columns, range=[-0.5, len(columns) - 0.5])
    figure.update_xaxes(title_text="length of the sequence", row=2)
    figure.update_yaxes(type="category", categoryarray=rows, range=[-0.5, len(rows) - 0.5])
    figure.update_yaxes(title_text="units of the context")
    return figure


def _shares(values: np.ndarray, columns: list[str], rows: list[str], *, showscale: bool) -> go.Heatmap:
    return go.Heatmap(
        z=values,
        x=columns,
        y=rows,
        colorscale=SEQUENTIAL,
        zmin=0,
        zmax=1,
        showscale=showscale,
        colorbar={"title": {"text": "share"}},
        xgap=2,
        ygap=2,
        text=np.where(np.isnan(values), "", np.char.mod("%.2f", values)),
        texttemplate="%{text}",
        hovertemplate="length %{x}, %{y} units: %{z:.2f} exactly right<extra></extra>",
    )


def exact_match_curve(epochs: np.ndarray, exact_match: np.ndarray) -> go.Figure:
    """Draw the share of validation pairs written without a mistake, as the net learns.

    Args:
        epochs: (num_points,).
        exact_match: (num_points,), 0 to 1.
    """
    figure = go.Figure(
        go.Scatter(x=epochs, y=exact_match, mode="lines+markers", line={"color": SERIES[0], "width": 3}),
        layout=layout(
            title="Written without a mistake",
            x_title="epochs",
            y_title="share of validation pairs",
            height=320,
        ),
    )
    figure.update_yaxes(range=[0, 1.02])
    figure.update_xaxes(rangemode="tozero")
    return figure
