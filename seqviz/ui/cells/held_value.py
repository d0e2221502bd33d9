"""The slider for what a gate is held at: its ends are those of the gate, and a value beyond them is brought inside."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from seqviz.figures.palette import GATE_NAMES
from seqviz.models.inspect.surgery import limits_of
from seqviz.text.numbers_written import with_minus
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Number
from seqviz.ui.state.session import remember, set_controls

#: A cell state has no bounds of its own; this much can be asked for.
VALUE = Number("held_at", -3.0, 3.0, 0.0, 0.1)


@dataclass
class _Drawn:
    """The slider's ends when it was drawn last: with other ends it is another slider, which knows no value yet."""

    ends: tuple[float, float] | None = None


def held_value(gate: str | None) -> float:
    """Draw the slider and return the value.

    Args:
        gate: which gate or state is held; None where none is, and the slider cannot be moved.
    """
    low, high = ends = _ends(gate)
    wanted, drawn = float(page_state.value(VALUE)), remember(_Drawn)
    inside = min(max(wanted, low), high)
    if inside != wanted or ends != drawn.ends:
        set_controls({VALUE.name: inside})
    drawn.ends = ends
    value = _slider(low, high, disabled=gate is None)
    page_state.publish(VALUE, value)
    if gate is not None and inside != wanted:
        name = GATE_NAMES[gate].capitalize()
        st.caption(
            f"{name} lies between {with_minus(low, 'g')} and {with_minus(high, 'g')}: {with_minus(inside, 'g')} "
            f"in place of {with_minus(wanted, 'g')}."
        )
    return value


def _slider(low: float, high: float, *, disabled: bool) -> float:
    return float(
        st.slider(
            "at the value",
            low,
            high,
            step=VALUE.step,
            format="%g",
            key=VALUE.name,
            persist_state="session",
            help="A gate: 0 is shut, 1 wide open. A candidate or h: from −1 to 1, as tanh gives it.",
            disabled=disabled,
        )
    )


def _ends(gate: str | None) -> tuple[float, float]:
    if gate is None:
        return VALUE.low, VALUE.high
    low, high = limits_of(gate)
    return max(low, VALUE.low), min(high, VALUE.high)
