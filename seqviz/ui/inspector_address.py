"""What the gate inspector keeps in the address, and how address and controls stay one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from seqviz.figures.palette import GATE_NAMES
from seqviz.ui.address import Choice, Flag, Number, Setting, Text
from seqviz.ui.gate_canvas import Selection
from seqviz.ui.readers import BUNDLED
from seqviz.ui.session import held, remember, set_controls

#: Most tokens of one text; a longer one is cut, with a word about it.
MOST_TOKENS = 2_000
#: A longer text stays in the session only: addresses have to fit into a message.
LONGEST_IN_ADDRESS = 2_000
COMPARISONS = {
    "nothing": "nothing",
    "sentence": "another sentence",
    "net": "another net",
    "training": "its own past",
}

RUN = Text("run", BUNDLED, 64)
SENTENCE = Text("sentence", "The film was not good at all, but the soundtrack was superb.", 20_000)
LAYER = Choice(
    "at_layer", tuple(f"{n} {way}" for n in (1, 2, 3) for way in ("forward", "reverse")), "1 forward"
)
GATE = Choice("at_gate", tuple(GATE_NAMES), "forget_gate")
UNIT = Number("at_unit", 0, 255, 0, 1)
TOKEN = Number("at_token", 0, MOST_TOKENS - 1, 3, 1)
ALL_GATES = Flag("at_all", False)
COMPARE = Choice("compare", tuple(COMPARISONS), "nothing")
SECOND = Text("second", "The film was good, and the soundtrack was superb.", 2_000)
OTHER_RUN = Text("other_run", BUNDLED, 64)
SETTINGS: tuple[Setting, ...] = (
    RUN,
    SENTENCE,
    LAYER,
    GATE,
    UNIT,
    TOKEN,
    ALL_GATES,
    COMPARE,
    SECOND,
    OTHER_RUN,
)


@dataclass
class _Written:
    """The address's parameters as this page wrote them last."""

    texts: dict[str, str] = field(default_factory=dict)


def adopt() -> None:
    """Take over what the address says, where somebody else than this page wrote it; before any control."""
    written = remember(_Written).texts
    values: dict[str, Any] = {}
    for setting in SETTINGS:
        text = st.query_params.get(setting.name)
        if text is not None and text != written.get(setting.name) and setting.fault(text) is None:
            values[setting.name] = _value(setting, text)
        elif held(setting.name) is None:
            values[setting.name] = setting.default
    set_controls(values)


def publish() -> None:
    """Write the controls' values into the address; after all controls."""
    texts = {}
    for setting in SETTINGS:
        value = held(setting.name)
        text = str(value).lower() if isinstance(value, bool) else str(value)
        if value not in (None, setting.default) and len(text) <= LONGEST_IN_ADDRESS:
            texts[setting.name] = text
    remember(_Written).texts = texts
    for setting in SETTINGS:
        if setting.name in texts:
            st.query_params[setting.name] = texts[setting.name]
        elif setting.name in st.query_params:
            del st.query_params[setting.name]


def selection() -> Selection:
    """Return where the canvas shall stand."""
    gate, token, unit, everything = (held(setting.name) for setting in (GATE, TOKEN, UNIT, ALL_GATES))
    return Selection(gate, token, unit, held("at_pins") or (), everything)


def follow(selection: Selection) -> None:
    """Remember where the canvas stands."""
    set_controls(
        {
            GATE.name: selection.gate,
            TOKEN.name: selection.token,
            UNIT.name: selection.unit,
            ALL_GATES.name: selection.all_gates,
            "at_pins": selection.pins,
        }
    )


def _value(setting: Setting, text: str) -> Any:
    if isinstance(setting, Flag):
        return text.lower() in ("true", "1")
    return type(setting.default)(text)
