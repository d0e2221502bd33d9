"""Which token and which unit a person looks at: one position for the whole page, kept with its settings."""

from __future__ import annotations

from typing import NamedTuple

from seqviz.ui.state import page_state
from seqviz.ui.state.address import Number

TOKEN = Number("token", 1, 1_000, 8, 1)
UNIT = Number("unit", 0, 255, 0, 1)


class Position(NamedTuple):
    """A token's place in the text, and a unit's number, both from 0."""

    token: int
    unit: int


def position() -> Position:
    """Return where the person stands."""
    return Position(page_state.value(TOKEN) - 1, page_state.value(UNIT))


def keep_position(token: int, unit: int) -> None:
    """Remember where the person went; only from a callback."""
    page_state.put(TOKEN, min(token + 1, TOKEN.high))
    page_state.put(UNIT, min(unit, UNIT.high))
