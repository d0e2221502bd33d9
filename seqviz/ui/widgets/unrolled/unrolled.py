"""A plain recurrent net drawn folded and unrolled, with its true numbers, scrubbed in the browser."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from seqviz.figures.palette import GATE_COLOURS, NEGATIVE, POSITIVE
from seqviz.models.inspect.unrolling import Unrolling
from seqviz.ui.widgets.scripts import one_module

_FILES = Path(__file__).parent
_component = st.components.v2.component(
    "seqviz_unrolled",
    html=(_FILES / "unrolled.html").read_text("utf-8"),
    css=(_FILES / "unrolled.css").read_text("utf-8"),
    js=one_module(_FILES / "unrolled.js"),
)


def unrolled(way: Unrolling, *, key: str, label: str, start: int = 3) -> None:
    """Draw a net's way through a sequence.

    Args:
        way: the numbers of every step.
        key: names the element on the page.
        label: what a screen reader calls the drawing.
        start: the step it opens with, from 0.
    """
    _component(
        key=key,
        data={
            "inputs": list(way.inputs),
            "outputs": list(way.outputs),
            "states": way.states.tolist(),
            "fromInput": way.from_input.tolist(),
            "U": way.state_weights.tolist(),
            "bias": way.state_bias.tolist(),
            "V": way.output_weights.tolist(),
            "answer": way.answer,
            "activation": way.activation,
            "label": label,
            "start": start,
            "colour": GATE_COLOURS["hidden_state"],
            "positive": POSITIVE,
            "negative": NEGATIVE,
        },
    )
