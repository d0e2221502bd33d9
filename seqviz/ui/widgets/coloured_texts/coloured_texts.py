"""Texts whose words stand on the colour of a unit's value, in the scales of the gate canvas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import streamlit as st

from seqviz.text.numbers_written import with_minus
from seqviz.ui.widgets.gate_canvas.gate_canvas import PALETTE
from seqviz.ui.widgets.scripts import one_module

_FILES = Path(__file__).parent
_component = st.components.v2.component(
    "seqviz_coloured_texts",
    html='<ol class="coloured"></ol>',
    css=(_FILES / "coloured_texts.css").read_text("utf-8"),
    js=one_module(_FILES / "coloured_texts.js"),
)


@dataclass(frozen=True)
class ColouredText:
    """A text with a value for each token, (num_tokens,), and the token that is framed."""

    tokens: tuple[str, ...]
    values: np.ndarray
    peak: int


def coloured_texts(
    texts: Sequence[ColouredText], *, key: str, label: str, signed: bool, bound: float
) -> None:
    """Show texts coloured by their values; before each stands the framed token's value.

    Args:
        texts: in the order in which they are listed.
        key: names the element on the page.
        label: what the colours mean, for a screen reader.
        signed: blue above 0 and orange below, else the sequential scale from 0.
        bound: the value of the strongest colour.
    """
    _component(
        key=key,
        data={
            "texts": [
                {
                    "tokens": list(text.tokens),
                    "values": [round(float(value), 4) for value in text.values],
                    "shown": [with_minus(value, ".4f") for value in text.values],
                    "peak": text.peak,
                }
                for text in texts
            ],
            "scale": {"signed": signed, "bound": bound},
            "palette": PALETTE,
            "label": label,
        },
    )
