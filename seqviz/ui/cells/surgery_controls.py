"""The controls of gate surgery: hold a gate, empty the state, swap a word."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from seqviz.experiments.sentiment.trained import EncodedText
from seqviz.figures.palette import GATE_NAMES
from seqviz.models.cells.registry import Cell, cell_named
from seqviz.models.inspect.surgery import Clamp, Surgery
from seqviz.models.inspect.trace import Direction
from seqviz.text.tokens import words
from seqviz.text.vocabulary import UNKNOWN
from seqviz.ui import controls
from seqviz.ui.cells.held_value import VALUE, held_value
from seqviz.ui.cells.unknown_words import unknown_words
from seqviz.ui.markdown import escaped
from seqviz.ui.more_settings import more_settings
from seqviz.ui.state.address import Choice, Number, Setting, Text
from seqviz.ui.state.position import Position

NOTHING = "nothing"
UNITS = Choice("held_units", ("all", "this one"), "all")
WHERE = Choice("held_where", ("everywhere", "at this token", "from here on"), "everywhere")
RESET = Number("reset", 0, 1_000, 0, 1)
SWAP = Number("swap", 0, 1_000, 0, 1)
WORD = Text("word", "", 40)


def gate_setting(cell: Cell) -> Choice:
    """Return the choice of what is held."""
    return Choice(
        "held", (NOTHING, *cell_named(cell).gates), NOTHING, lambda gate: GATE_NAMES.get(gate, gate)
    )


def settings(cell: Cell) -> tuple[Setting, ...]:
    """Return what the address may hold of the surgery."""
    return (gate_setting(cell), VALUE, UNITS, WHERE, RESET, SWAP, WORD)


@dataclass(frozen=True)
class SurgeryRequest:
    """What shall be done to the net and to the text.

    Attributes:
        surgery: gates held and states emptied.
        swap: place of the word to change, from 0, and the new word; None leaves the text.
    """

    surgery: Surgery
    swap: tuple[int, str] | None

    @property
    def is_nothing(self) -> bool:
        """Whether everything stays as it is."""
        return self.surgery == Surgery() and self.swap is None


def surgery_controls(
    cell: Cell, text: EncodedText, place: Position, layer: tuple[int, Direction], num_units: int
) -> SurgeryRequest:
    """Draw the controls and return the request, brought within the text and the layer."""
    first, second = st.columns(2)
    with first:
        gate = controls.menu(
            gate_setting(cell),
            "Hold a gate or state at a value",
            help="Whatever its equation says, it has the value below; all that follows is computed from that.",
        )
        value = held_value(None if gate == NOTHING else gate)
    unit = min(place.unit, num_units - 1)
    with second:
        units = controls.choice(UNITS, "in which units", help="“This one” is the unit chosen in the drawing.")
        where = controls.menu(
            WHERE, "at which tokens", help="“This” and “here” are the token chosen in the drawing."
        )
        _name_place(text, place, unit, units, where)
    with more_settings(RESET, SWAP, WORD, label="Empty the state, or swap a word"):
        resets, new_word = _resets_and_swap(text)
    token = min(place.token, len(text.tokens) - 1)
    clamps = () if gate == NOTHING else (_clamp(gate, value, units, where, unit, token, layer),)
    return SurgeryRequest(Surgery(clamps, resets), new_word)


def _resets_and_swap(text: EncodedText) -> tuple[tuple[int, ...], tuple[int, str] | None]:
    """Draw the boxes for an emptied state and another word; return what they ask for, within the text."""
    first, second, third = st.columns(3)
    with first:
        reset = controls.number(RESET, "Empty the state before token (0: never)")
        _name(text, reset)
    with second:
        swap = controls.number(SWAP, "Swap the word at token (0: none)")
        _name(text, swap)
    with third:
        word = controls.line(WORD, "for the word").strip()
    within = range(1, len(text.tokens) + 1)
    return (reset - 1,) if reset in within else (), (swap - 1, word) if swap in within and word else None


def _name_place(text: EncodedText, place: Position, unit: int, units: str, where: str) -> None:
    """Say which unit and which token “this” and “here” stand for, where they are chosen."""
    token = min(place.token, len(text.tokens) - 1)
    named = [
        *([f"this one: unit {unit}"] if units == "this one" else []),
        *([f"this token: {token + 1}, “{escaped(text.tokens[token])}”"] if where == "at this token" else []),
        *([f"here: token {token + 1}, “{escaped(text.tokens[token])}”"] if where == "from here on" else []),
    ]
    if named:
        st.caption(f"{'; '.join(named).capitalize()}. Choose another in the drawing.")


def _name(text: EncodedText, number: int) -> None:
    """Say which word a token's number, from 1, stands for."""
    if number > len(text.tokens):
        st.caption(f"The sentence ends with token {len(text.tokens)}: nothing is changed.")
    elif number:
        st.caption(f"Token {number} is “{escaped(text.tokens[number - 1])}”.")


def _clamp(
    gate: str, value: float, units: str, where: str, unit: int, token: int, layer: tuple[int, Direction]
) -> Clamp:
    first = 0 if where == "everywhere" else token
    last = token if where == "at this token" else None
    only = unit if units == "this one" else None
    return Clamp(gate, float(value), only, first, last, *layer)


def say_swapped(changed: EncodedText, place: int, wanted: str, net: str) -> None:
    """Say what became of a new word that is not one word, or not one of the net's."""
    found = words(wanted)
    if not found:
        st.caption(f"There is no word in “{escaped(wanted)}”: the sentence stays as it is.")
    elif len(found) > 1:
        st.caption(f"One word takes the place of one: “{escaped(found[0])}”.")
    if found and changed.token_ids[place] == UNKNOWN:
        st.caption(unknown_words(found[:1], net))
