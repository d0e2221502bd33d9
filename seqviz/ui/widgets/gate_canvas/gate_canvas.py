"""The gate canvas: traces drawn, scrubbed, pinned and compared in the browser, without asking the server."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from seqviz.figures.gate_payload import payload
from seqviz.figures.gates import Moment, TraceView, UnitOrder
from seqviz.figures.palette import GATE_COLOURS, SEQUENTIAL, SIGNED, SIGNED_DARK
from seqviz.ui.state.session import held
from seqviz.ui.widgets.scripts import one_module

_FILES = Path(__file__).parent
_component = st.components.v2.component(
    "seqviz_gate_canvas",
    html=(_FILES / "gate_canvas.html").read_text("utf-8"),
    css=(_FILES / "gate_canvas.css").read_text("utf-8"),
    js=one_module(_FILES / "gate_canvas.js"),
)
#: The colours in light and in dark, as the components' colours.js reads them.
PALETTE = {
    theme: {
        "gates": GATE_COLOURS,
        "sequential": [colour for _, colour in SEQUENTIAL],
        "signed": [colour for _, colour in signed],
    }
    for theme, signed in (("light", SIGNED), ("dark", SIGNED_DARK))
}


BY_NUMBER, BY_VALUE = "number", "value here"


@dataclass(frozen=True)
class Selection:
    """What a person looks at on the canvas.

    Attributes:
        gate: the gate or state whose unit colours the text, and which is drawn unless all are.
        token: column, from 0.
        unit: unit number, from 0.
        pins: columns kept for comparison, at most four.
        all_gates: every gate is drawn, as small multiples.
        order: how the units are sorted: by number, by their value at the token, or as one of the orders given.
        moment: which of the moments of training is shown, from 0.
    """

    gate: str
    token: int = 0
    unit: int = 0
    pins: tuple[int, ...] = ()
    all_gates: bool = False
    order: str = BY_NUMBER
    moment: int = 0


def gate_canvas(
    traces: Sequence[TraceView],
    *,
    key: str,
    selection: Selection | None = None,
    on_select: Callable[[Selection], None] | None = None,
    orders: Iterable[UnitOrder] = (),
    earlier: Sequence[Moment] = (),
    label: str = "Gates: units down, tokens across",
) -> Selection:
    """Draw one trace, or several one under another on one scale, and return where the person stopped.

    Scrubbing, sorting, pinning and the choice of gate need no server; the script runs again only when a drag
    or a key is let go. Where the selection is what the canvas itself reported, its data stay the same, so
    that the browser keeps what it has.

    Args:
        traces: aligned column by column; at most three fit a screen.
        key: names the element on the page.
        selection: where the canvas shall stand, brought within the traces' bounds; None leaves it to the
            person. A page that gives one has to follow the reports by `on_select`.
        on_select: called with each report before the script runs again.
        orders: ways to sort the units beside "number" and "value here".
        earlier: the same traces at earlier moments of training; a slider leads through them.
        label: what a screen reader calls the picture.

    Returns:
        Where the canvas stands.

    Raises:
        ValueError: as `seqviz.figures.gate_payload.payload`.
    """
    data = payload([*earlier, Moment("now, after training", tuple(traces))], orders)
    reported = _reported(key)
    wanted = selection or selected(key) or Selection("hidden_state")
    view = _asked_view(_within(wanted, data))
    _component(
        key=key,
        data={**data, "label": label, "palette": PALETTE, "command": _command(view, reported)},
        default={"view": None},
        on_view_change=functools.partial(_tell, key, on_select),
    )
    return _within(wanted, data)


def selected(key: str) -> Selection | None:
    """Return what the canvas of this key last reported; None while it has not."""
    view = _reported(key)
    if view is None:
        return None
    names = ("gate", "token", "unit", "pins", "all", "order", "moment")
    gate, token, unit, pins, is_all, order, moment = (view[name] for name in names)
    return Selection(gate, token, unit, tuple(pins), is_all, order, moment)


def _reported(key: str) -> dict[str, Any] | None:
    return (held(key) or {}).get("view")


def _tell(key: str, on_select: Callable[[Selection], None] | None) -> None:
    selection = selected(key)
    if on_select and selection:
        on_select(selection)


def _asked_view(selection: Selection) -> dict[str, Any]:
    return {
        "gate": selection.gate,
        "all": selection.all_gates,
        "token": selection.token,
        "unit": selection.unit,
        "pins": list(selection.pins),
        "order": selection.order,
        "moment": selection.moment,
    }


def _command(view: dict[str, Any], reported: dict[str, Any] | None) -> dict[str, Any]:
    """Return what to tell the canvas: what it was told last if it stands there, else the next order."""
    if reported is None:
        return {**view, "turn": 0}
    if all(reported[name] == value for name, value in view.items()):
        return reported["answers"]
    return {**view, "turn": reported["answers"]["turn"] + 1}


def _within(selection: Selection, data: dict[str, Any]) -> Selection:
    names = [gate["name"] for gate in data["gates"]]
    last = data["columns"] - 1
    orders = [BY_NUMBER, BY_VALUE, *(order["label"] for order in data["orders"])]
    return Selection(
        gate=selection.gate
        if selection.gate in names
        else "hidden_state"
        if "hidden_state" in names
        else names[-1],
        token=max(0, min(last, selection.token)),
        unit=max(0, min(data["units"] - 1, selection.unit)),
        pins=tuple(pin for pin in selection.pins if 0 <= pin <= last),
        all_gates=selection.all_gates,
        order=selection.order if selection.order in orders else BY_NUMBER,
        moment=max(0, min(len(data["moments"]) - 1, selection.moment)),
    )
