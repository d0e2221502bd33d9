"""Nets of one direction and of two, drawn with their states at every position, scrubbed in the browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import streamlit as st

from seqviz.figures.palette import GATE_COLOURS, NEGATIVE, POSITIVE
from seqviz.models.inspect.trace import Direction
from seqviz.ui.widgets.scripts import one_module

_FILES = Path(__file__).parent
_component = st.components.v2.component(
    "seqviz_reading_nets",
    html=(_FILES / "reading_nets.html").read_text("utf-8"),
    css=(_FILES / "reading_nets.css").read_text("utf-8"),
    js=one_module(_FILES / "reading_nets.js"),
)


@dataclass(frozen=True)
class DrawnNet:
    """What a net did while it read a sentence.

    Attributes:
        title: "forward", say.
        states: direction -> hidden states in text order, (num_tokens, hidden_size).
        answers: the probability of each label at each position, (num_tokens, num_labels).
    """

    title: str
    states: Mapping[Direction, np.ndarray]
    answers: np.ndarray

    def as_data(self) -> dict[str, Any]:
        """Return it as plain JSON data."""
        states = {way: values.tolist() for way, values in self.states.items()}
        return {"title": self.title, "states": states, "answers": self.answers.tolist()}


def reading_nets(
    nets: Sequence[DrawnNet],
    tokens: Sequence[str],
    labels: Sequence[str],
    *,
    asked: int,
    key: str,
    label: str,
) -> None:
    """Draw nets as they read a sentence, one below the other.

    Args:
        nets: from top to bottom.
        tokens: (num_tokens,).
        labels: what the nets answer with.
        asked: the position that is marked at first, from 0.
        key: names the element on the page.
        label: what a screen reader calls the drawing.
    """
    _component(
        key=key,
        data={
            "nets": [net.as_data() for net in nets],
            "tokens": list(tokens),
            "labels": list(labels),
            "asked": asked,
            "label": label,
            "colour": GATE_COLOURS["hidden_state"],
            "positive": POSITIVE,
            "negative": NEGATIVE,
        },
    )
