"""Layers on top of one another: each layer's states, and what the second one changed."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.experiments.tagging.config import ARMS
from seqviz.experiments.tagging.trained import TaggingReader
from seqviz.figures.gates import TraceView
from seqviz.lessons.directions.teddy import first_sentence, tagging_reader
from seqviz.ui import controls
from seqviz.ui.state.address import Choice, Setting
from seqviz.ui.widgets.gate_canvas.canvas_place import CanvasPlace
from seqviz.ui.widgets.gate_canvas.gate_canvas import gate_canvas

WAY = Choice("way", ("forward", "reverse"), "forward")
PLACE = CanvasPlace("stack_")
SETTINGS: tuple[Setting, ...] = (WAY, *PLACE.settings)


@st.fragment
def stack_part(run_id: str) -> None:
    """Show each layer's states of the stacked tagger, and what the second layer changed."""
    st.subheader("One layer on top of another")
    reader = tagging_reader(run_id)
    way = controls.choice(WAY, "Direction")
    tokens = first_sentence()
    if not tokens:
        return
    gate_canvas(
        _views(reader, tokens, way),
        key="stack",
        selection=PLACE.selection(),
        on_select=PLACE.follow,
        label="Each layer's hidden states",
    )
    counts = {arm: sum(p.numel() for p in reader.nets[arm].parameters()) for arm in ARMS[1:]}
    shift = _change(reader, tokens)
    st.markdown(
        "**How to read it.** The second layer reads the first layer's states, of both directions, in place of words. "
        f"It takes {counts[ARMS[2]]:,} numbers where one layer takes {counts[ARMS[1]]:,}; on this sentence it "
        f"changes no probability by more than {shift:.4f}. Where a second layer is needed, the brackets above show."
    )


def _views(reader: TaggingReader, tokens: list[str], way: str) -> list[TraceView]:
    """Each layer's states in one direction, the lowest first."""
    return [
        TraceView(f"Layer {one.layer + 1}", tuple(tokens), {"hidden_state": one.gates["hidden_state"]})
        for one in reader.layers(ARMS[2], tokens)
        if one.direction == way
    ]


def _change(reader: TaggingReader, tokens: list[str]) -> float:
    one, two = (reader.probabilities(arm, tokens) for arm in ARMS[1:])
    return float(np.abs(one - two).max())
