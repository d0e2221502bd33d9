"""The cell diagram: one cell drawn, every wire with its number, read at three paces in the browser."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import numpy as np
import streamlit as st

from seqviz.figures.palette import GATE_COLOURS, GATE_NAMES, NEGATIVE, POSITIVE
from seqviz.models.cells.kind import BEFORE
from seqviz.models.cells.registry import cell_named
from seqviz.models.inspect.cell_view import CellReading, CellView
from seqviz.ui.state.position import Position, keep_position
from seqviz.ui.state.session import held
from seqviz.ui.widgets.scripts import one_module

_FILES = Path(__file__).parent
_component = st.components.v2.component(
    "seqviz_cell_diagram",
    html=(_FILES / "cell_diagram.html").read_text("utf-8"),
    css=(_FILES / "cell_diagram.css").read_text("utf-8"),
    js=one_module(_FILES / "cell_diagram.js"),
)
_LOOK = {"gates": GATE_COLOURS, "names": GATE_NAMES, "positive": POSITIVE, "negative": NEGATIVE}


def cell_diagram(view: CellView, place: Position, *, key: str, label: str) -> None:
    """Draw a cell as it reads, and remember the token and the unit at which the person stopped.

    Args:
        view: the layer's weights and readings.
        place: where the diagram shall stand.
        key: names the element on the page.
        label: what a screen reader calls the drawing.
    """
    _component(
        key=key,
        data={**payload(view), "look": _LOOK, "label": label, "command": _command(place, _reported(key))},
        default={"view": None},
        on_view_change=lambda: _tell(key),
    )


def payload(view: CellView) -> dict[str, Any]:
    """Return a view as plain data: arrays are base64 of little-endian float32.

    Raises:
        ValueError: if the cell has no drawing.
    """
    kind = cell_named(view.cell)
    if kind.drawing is None:
        raise ValueError(f"The cell {kind.name!r} has no drawing.")
    return {
        "cell": kind.drawing,
        "blocks": list(kind.blocks),
        "units": int(view.weights["weight_hh"].shape[1]),
        "input_size": int(view.weights["weight_ih"].shape[1]),
        "reverse": view.direction == "reverse",
        "peepholes": {block: _peephole(*seen) for block, seen in kind.peepholes.items()},
        "weights": {name: _packed(array) for name, array in view.weights.items()},
        "readings": [_reading(reading) for reading in view.readings],
    }


def _peephole(weight: str, state: str) -> dict[str, Any]:
    return {"weight": weight, "state": state.removesuffix(BEFORE), "isBefore": state.endswith(BEFORE)}


def _reading(reading: CellReading) -> dict[str, Any]:
    return {
        "title": reading.title,
        "tokens": list(reading.tokens),
        "inputs": _packed(reading.inputs),
        "gates": {name: _packed(values) for name, values in reading.gates.items()},
        "resets": list(reading.resets),
    }


def _packed(array: np.ndarray) -> str:
    return base64.b64encode(np.ascontiguousarray(array, dtype="<f4").tobytes()).decode()


def _reported(key: str) -> dict[str, Any] | None:
    return (held(key) or {}).get("view")


def _tell(key: str) -> None:
    view = _reported(key)
    if view:
        keep_position(int(view["token"]), int(view["unit"]))


def _command(place: Position, reported: dict[str, Any] | None) -> dict[str, Any]:
    """Return what to tell the diagram: what it was told last if it stands there, else the next order."""
    view = {"token": place.token, "unit": place.unit}
    if reported is None:
        return {"view": view, "turn": 0}
    if all(reported[name] == value for name, value in view.items()):
        return reported["answers"]
    return {"view": view, "turn": reported["answers"]["turn"] + 1}
