"""Layers on top of one another: each layer's states, and what the second one knows that the first cannot."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import streamlit as st

from seqviz.corpora.brackets import TOKENS
from seqviz.experiments.brackets.config import NETS
from seqviz.experiments.brackets.trained import BracketReader
from seqviz.figures.gates import TraceView
from seqviz.models.inspect.trace import LayerTrace
from seqviz.ui import controls
from seqviz.ui.state.address import Choice, Setting
from seqviz.ui.widgets.gate_canvas.canvas_place import CanvasPlace
from seqviz.ui.widgets.gate_canvas.gate_canvas import gate_canvas

WAY = Choice("way", ("forward", "reverse"), "forward")
PLACE = CanvasPlace("stack_")
SETTINGS: tuple[Setting, ...] = (WAY, *PLACE.settings)
STACK = NETS[2]


def layers_part(reader: BracketReader, tokens: list[str]) -> None:
    """Show each layer's states of the net of two layers, and what the second layer knows.

    Args:
        reader: the nets.
        tokens: of the string, at least one.
    """
    way = controls.choice(WAY, "Direction")
    gate_canvas(
        _views(reader.layers(STACK, tokens), tokens, way),
        key="stack",
        selection=PLACE.selection(),
        on_select=PLACE.follow,
        label="Each layer's hidden states",
    )
    st.markdown(
        "**How to read it.** A column is a token, a row a unit. The second layer reads the first layer's states, of "
        f"both directions, in place of tokens. {_sizes(reader)} {what_the_second_knows(reader, tokens)}"
    )


def _views(layers: Sequence[LayerTrace], tokens: list[str], way: str) -> list[TraceView]:
    """Each layer's states in one direction, the lowest first."""
    return [
        TraceView(f"Layer {one.layer + 1}", tuple(tokens), {"hidden_state": one.gates["hidden_state"]})
        for one in layers
        if one.direction == way
    ]


def _sizes(reader: BracketReader) -> str:
    counts = [f"{sum(p.numel() for p in reader.nets[net].parameters()):,}" for net in NETS]
    return (
        f"Numbers to learn: {', '.join(f'{net} {count}' for net, count in zip(NETS, counts, strict=True))}."
    )


def what_the_second_knows(reader: BracketReader, tokens: list[str]) -> str:
    """Say how far the last token moves the first token's forward state in either layer: measured by replacing it.

    Args:
        reader: the nets.
        tokens: of the string.
    """
    if len(tokens) < 2:
        return ""
    first, second = moved_by_the_last(reader, tokens)
    return (
        f"Measured: with another token in the last place, the forward state at the first one moves by {first:g} in "
        f"layer 1, which has not read it, and by up to {second:.3f} in layer 2, which reads states of both directions."
    )


def moved_by_the_last(reader: BracketReader, tokens: list[str]) -> tuple[float, float]:
    """Return how far, at most, any other last token moves a unit of the first token's forward state, in each layer."""
    was = _forward_at_first(reader, tokens)
    others = [token for token in TOKENS[1:] if token != tokens[-1]]
    found = [np.abs(_forward_at_first(reader, [*tokens[:-1], other]) - was).max(1) for other in others]
    first, second = np.max(found, axis=0)  # of (others, layers)
    return float(first), float(second)


def _forward_at_first(reader: BracketReader, tokens: list[str]) -> np.ndarray:
    """The forward states at the first token, (layers, hidden_size)."""
    layers = [one for one in reader.layers(STACK, tokens) if one.direction == "forward"]
    return np.array([one.gates["hidden_state"][0] for one in layers])
