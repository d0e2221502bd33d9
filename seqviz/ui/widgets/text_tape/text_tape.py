"""A text whose pieces can be chosen, one at a time, and marked or coloured."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import streamlit as st

from seqviz.ui.state import page_state
from seqviz.ui.state.address import Number
from seqviz.ui.state.session import held
from seqviz.ui.widgets.scripts import one_module

_FILES = Path(__file__).parent
_component = st.components.v2.component(
    "seqviz_text_tape",
    html='<div class="tape" role="slider" tabindex="0" aria-valuemin="1"></div>',
    css=(_FILES / "text_tape.css").read_text("utf-8"),
    js=one_module(_FILES / "text_tape.js"),
)


def text_tape(
    pieces: Sequence[str],
    *,
    key: str,
    label: str,
    num_fixed: int = 0,
    marked: np.ndarray | None = None,
    values: np.ndarray | None = None,
    place: Number[int] | None = None,
) -> int:
    """Show a text and let a person choose one of its pieces by click or arrow key.

    Args:
        pieces: (num_pieces,), joined without anything between them.
        key: names the element on the page.
        label: what a screen reader calls it.
        num_fixed: pieces at the beginning that cannot be chosen, shown pale.
        marked: (num_pieces,) of 0 and 1: underlined ones.
        values: (num_pieces,): negative ones on an orange ground, positive ones on a blue one.
        place: where the page keeps the choice; otherwise it is forgotten with the element.

    Returns:
        The chosen piece's place; the first that can be chosen while none has been.
    """
    wanted = _reported(key) if place is None else page_state.value(place)
    chosen = wanted if isinstance(wanted, int) and num_fixed <= wanted < len(pieces) else num_fixed
    _component(
        key=key,
        data={
            "pieces": list(pieces),
            "fixed": num_fixed,
            **_grounds(marked, values),
            "chosen": chosen,
            "label": label,
        },
        default={"place": None},
        on_place_change=functools.partial(_keep, key, place),
    )
    return chosen


def _grounds(marked: np.ndarray | None, values: np.ndarray | None) -> dict[str, Any]:
    """What the pieces are drawn on, and the value at which a ground has its full colour."""
    return {
        "marked": [] if marked is None else [int(mark) for mark in marked],
        "values": None if values is None else [float(value) for value in values],
        "limit": 1.0 if values is None else float(np.abs(values).max(initial=0.0)),
    }


def _reported(key: str) -> int | None:
    return (held(key) or {}).get("place")


def _keep(key: str, place: Number[int] | None) -> None:
    reported = _reported(key)
    if place is not None and reported is not None:
        page_state.put(place, reported)
