"""A text whose pieces can be chosen, one at a time, and marked or coloured."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import streamlit as st

from seqviz.ui.session import held

_FILES = Path(__file__).parent / "components" / "text_tape"
_component = st.components.v2.component(
    "seqviz_text_tape",
    html='<div class="tape" role="slider" tabindex="0" aria-valuemin="1"></div>',
    css=(_FILES / "text_tape.css").read_text("utf-8"),
    js=(_FILES / "text_tape.js").read_text("utf-8"),
)


def text_tape(
    pieces: Sequence[str],
    *,
    key: str,
    label: str,
    num_fixed: int = 0,
    marked: np.ndarray | None = None,
    values: np.ndarray | None = None,
) -> int:
    """Show a text and let a person choose one of its pieces by click or arrow key.

    Args:
        pieces: (num_pieces,), joined without anything between them.
        key: names the element on the page.
        label: what a screen reader calls it.
        num_fixed: pieces at the beginning that cannot be chosen, shown pale.
        marked: (num_pieces,) of 0 and 1: underlined ones.
        values: (num_pieces,): negative ones on an orange ground, positive ones on a blue one.

    Returns:
        The chosen piece's place; the first that can be chosen while none has been.
    """
    place = (held(key) or {}).get("place")
    chosen = place if isinstance(place, int) and num_fixed <= place < len(pieces) else num_fixed
    _component(
        key=key,
        data={
            "pieces": list(pieces),
            "fixed": num_fixed,
            "marked": [] if marked is None else [int(mark) for mark in marked],
            "values": None if values is None else [float(value) for value in values],
            "limit": 1.0 if values is None else float(np.abs(values).max(initial=0.0)),
            "chosen": chosen,
            "label": label,
        },
        default={"place": None},
        on_place_change=_heard,
    )
    return chosen


def _heard() -> None:
    """The chosen place is read from the component's state when the page is drawn again."""
