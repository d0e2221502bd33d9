"""A text whose words are coloured by a number each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import streamlit as st

from seqviz.text.numbers_written import with_minus
from seqviz.ui.widgets.scripts import one_module

LEAST_SHOWN = 0.001  # a number is written to so many places; less than that gets no colour either

_FILES = Path(__file__).parent
_component = st.components.v2.component(
    "seqviz_word_strip",
    html='<div class="strip" role="list"></div><div class="readout" aria-hidden="true"></div>',
    css=(_FILES / "word_strip.css").read_text("utf-8"),
    js=one_module(_FILES / "word_strip.js"),
)


def word_strip(
    tokens: Sequence[str],
    values: np.ndarray,
    *,
    key: str,
    label: str,
    legend: tuple[str, str],
    unit: str = "",
    unknown: Sequence[bool] | None = None,
) -> None:
    """Show a text with every word on a coloured ground; the largest absolute value has the strongest colour.

    Args:
        tokens: the words, (num_tokens,).
        values: (num_tokens,); negative ones turn orange, positive ones blue.
        key: names the element on the page.
        label: what the colours mean, for a screen reader.
        legend: what the orange and the blue end mean.
        unit: written after each number.
        unknown: (num_tokens,), True for words that the net has never seen; they are underlined with dots.
    """
    strongest = float(np.abs(values).max(initial=LEAST_SHOWN))
    _component(
        key=key,
        data={
            "tokens": list(tokens),
            "values": [float(value) for value in values],
            "shown": [f"{with_minus(value, '+.3f')}{unit}" for value in values],
            "limit": strongest,
            "limitShown": f"{strongest:.3f}{unit}",
            "unknown": [bool(one) for one in unknown] if unknown is not None else [],
            "label": label,
            "legend": list(legend),
        },
    )
