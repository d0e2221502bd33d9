"""Pictures of a language model: how it learned, and what it expects next."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from seqviz.figures.labels import escape
from seqviz.figures.palette import SERIES, add_level, layout

#: How symbols that leave no ink are written.
VISIBLE = {" ": "␣", "\n": "↵", "\t": "⇥"}


def visible(piece: str) -> str:
    """Write a symbol so that blanks can be seen."""
    return "".join(VISIBLE.get(character, character) for character in piece)


def bits_curve(
    epochs: np.ndarray, bits: np.ndarray, *, ngram_order: int, ngram_bits: float | None
) -> go.Figure:
    """Draw the bits that a net needs for a character of the validation text, as it learns.

    Args:
        epochs: (num_points,).
        bits: (num_points,).
        ngram_order: of the counting model beside it.
        ngram_bits: what that one needs, or None while it is not known.
    """
    figure = go.Figure(
        go.Scatter(x=epochs, y=bits, mode="lines+markers", line={"color": SERIES[0], "width": 3}, name="net"),
        layout=layout(
            title="Bits for each character it has not seen",
            x_title="epochs",
            y_title="bits per character",
            height=340,
        ),
    )
    if ngram_bits is not None:
        add_level(
            figure, ngram_bits, f"counting {ngram_order}-grams: {ngram_bits:.2f}", dash="dash", width=1.5
        )
    figure.update_yaxes(rangemode="tozero")
    figure.update_xaxes(rangemode="tozero")
    return figure


def next_symbol(
    pieces: Sequence[str], model: np.ndarray, rule: np.ndarray, *, taken: str, rule_name: str = "drawn from"
) -> go.Figure:
    """Draw what a model expects next and what the rule of writing makes of it.

    Args:
        pieces: the likeliest symbols, likeliest first.
        model: (num_pieces,) the model's own probabilities.
        rule: (num_pieces,) the probabilities by which the rule writes.
        taken: the symbol that was written.
        rule_name: of those probabilities, in the legend.
    """
    names = [f"{escape(visible(piece))}{' ◀' if piece == taken else ''}" for piece in pieces]
    figure = go.Figure(
        [_bars(names, rule, rule_name, SERIES[1]), _bars(names, model, "the model's own", SERIES[0])],
        layout=layout(title="What may come here", x_title="probability", y_title="next symbol", height=420),
    )
    figure.update_layout(bargap=0.25, legend_traceorder="reversed")
    figure.update_xaxes(range=[0, 1])
    figure.update_yaxes(autorange="reversed", type="category")
    return figure


def _bars(names: list[str], probabilities: np.ndarray, name: str, colour: str) -> go.Bar:
    return go.Bar(
        y=names,
        x=probabilities,
        orientation="h",
        name=name,
        marker_color=colour,
        hovertemplate="%{y}: %{x:.4f}",
    )


def unit_against_feature(states: np.ndarray, feature: np.ndarray, *, name: str, unit: int) -> go.Figure:
    """Draw one unit's state along a text together with a feature of the text, scaled to the same height.

    Args:
        states: (num_places,) of the unit.
        feature: (num_places,).
        name: of the feature.
        unit: its number.
    """
    places = np.arange(1, len(states) + 1)
    highest = float(np.abs(feature).max(initial=0.0)) or 1.0
    figure = go.Figure(
        [
            go.Scatter(x=places, y=states, name=f"unit {unit}", line={"color": SERIES[0], "width": 2}),
            go.Scatter(
                x=places,
                y=feature / highest,
                name=name,
                line={"color": SERIES[1], "width": 1.5, "shape": "hv"},
            ),
        ],
        layout=layout(
            title=f"Unit {unit} and “{name}”", x_title="place in the text", y_title="state", height=300
        ),
    )
    figure.update_yaxes(range=[-1.05, 1.05])
    return figure
