"""Which token and which unit a person looks at: one position for the whole page, kept in the address."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from seqviz.ui.address import Number
from seqviz.ui.session import held, set_controls

TOKEN = Number("token", 1, 1_000, 8, 1)
UNIT = Number("unit", 0, 255, 0, 1)


class Position(NamedTuple):
    """A token's place in the text, and a unit's number, both from 0."""

    token: int
    unit: int


def position() -> Position:
    """Return where the person stands; also writes it to the address where it is not the default."""
    token, unit = (_value(setting) for setting in (TOKEN, UNIT))
    for setting, value in ((TOKEN, token), (UNIT, unit)):
        if value != setting.default:
            st.query_params[setting.name] = str(value)
        elif setting.name in st.query_params:
            del st.query_params[setting.name]
    return Position(token - 1, unit)


def _value(setting: Number[int]) -> int:
    known = held(setting.name)
    if known is None:
        text = st.query_params.get(setting.name, "")
        return setting.default if not text or setting.fault(text) else int(text)
    return min(max(int(known), setting.low), setting.high)


def keep_position(token: int, unit: int) -> None:
    """Remember where the person went; only from a callback."""
    set_controls({TOKEN.name: token + 1, UNIT.name: unit})
