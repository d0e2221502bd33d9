"""Layers on top of one another: each layer's states, and what the second one knows that the first cannot."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import streamlit as st

from seqviz.corpora.brackets import TOKENS
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


def layers_part(reader: BracketReader, tokens: list[str]) -> None:
    """Show each layer's states of the deep net, and what the second layer knows.

    Args:
        reader: the nets.
        tokens: of the string, at least one.
    """
    way = controls.choice(WAY, "Direction")
    gate_canvas(
        _views(reader.layers(reader.deep, tokens), tokens, way),
        key="stack",
        selection=PLACE.selection(),
        on_select=PLACE.follow,
        label="Each layer's hidden states",
    )
    st.markdown(
        "**How to read it.** A column is a token, a row a unit. Each further layer reads the states of the one "
        f"below, of both directions, in place of tokens. {_sizes(reader)} {what_the_second_knows(reader, tokens)}"
    )


def _views(layers: Sequence[LayerTrace], tokens: list[str], way: str) -> list[TraceView]:
    """Each layer's states in one direction, the lowest first."""
    return [
        TraceView(f"Layer {one.layer + 1}", tuple(tokens), {"hidden_state": one.gates["hidden_state"]})
        for one in layers
        if one.direction == way
    ]


def _sizes(reader: BracketReader) -> str:
    counts = [f"{name} {sum(p.numel() for p in net.parameters()):,}" for name, net in reader.nets.items()]
    return f"Numbers to learn: {', '.join(counts)}."


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
    """Return how far, at most, another last token moves a unit of the first one's forward state in layers 1 and 2."""
    was = _forward_at_first(reader, tokens)
    others = [token for token in TOKENS[1:] if token != tokens[-1]]
    found = [np.abs(_forward_at_first(reader, [*tokens[:-1], other]) - was).max(1) for other in others]
    first, second = np.max(found, axis=0)[:2]  # of (others, layers)
    return float(first), float(second)


def _forward_at_first(reader: BracketReader, tokens: list[str]) -> np.ndarray:
    """The forward states at the first token, (layers, hidden_size)."""
    layers = [one for one in reader.layers(reader.deep, tokens) if one.direction == "forward"]
    return np.array([one.gates["hidden_state"][0] for one in layers])
