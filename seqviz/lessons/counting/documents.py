"""Documents that a person writes, one a line; they live in the address and in the session's memory."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from seqviz.ui import controls
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Choice, Text
from seqviz.ui.state.session import remember

OWN = Text("own", "", 50_000)  # the documents that were written, one a line
TABLES: dict[str, tuple[str, ...]] = {
    "came": ("I came I saw", "I conquered"),
    "bikes": ("old bike", "used bike", "new red car"),
    "order": ("this is interesting", "is this interesting"),
    "love": ("I love playing ball", "I do not love playing ball"),
    "corpus": (),
}
TITLES = {
    "came": "I came I saw",
    "bikes": "Old bike, used bike",
    "order": "The same words, reordered",
    "love": "With and without not",
    "corpus": "A whole corpus",
}
DOCUMENTS = Choice("documents", tuple(TABLES), "came", TITLES.__getitem__)


@dataclass
class Table:
    """What the box holds.

    Attributes:
        begun: key of `TABLES` that it began with; "" before the first look.
        base: the documents as the box was last set up.
        edited: the documents as the person left them.
        version: number of the box's setting up; it makes the control's key.
        left: key of `TABLES` -> its documents as the person left them for another choice.
    """

    begun: str = ""
    base: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    version: int = 0
    left: dict[str, tuple[str, ...]] = field(default_factory=dict)


def choose_documents() -> tuple[str, ...] | None:
    """Let a person choose and edit documents; None where a corpus was chosen instead."""
    chosen = controls.menu(DOCUMENTS, "Documents to begin with")
    if chosen == "corpus":
        return None
    table = remember(Table)
    _set_up(table, chosen)
    written = st.text_area(
        "The documents, one a line",
        "\n".join(table.base),
        key=f"table:{table.version}",
        help="Write or paste as many as you like.",
    )
    if len(written) > OWN.longest:
        st.error(
            f"These documents have {len(written):,} characters; the first {OWN.longest:,} are counted.",
            icon=":material/block:",
        )
    table.edited = tuple(line for line in written[: OWN.longest].splitlines() if line.strip())
    _write_address(table, chosen)
    if table.edited != TABLES[chosen]:
        st.button("Put the first documents back", icon=":material/undo:", key="undo", on_click=_begin_again)
    return table.edited


def _begin_again() -> None:
    table = remember(Table)
    table.base, table.edited = TABLES[table.begun], TABLES[table.begun]
    table.version += 1


def _set_up(table: Table, chosen: str) -> None:
    """Begin the box for another choice, as it was left if it was; take up the page's when that is entered."""
    own = page_state.value(OWN)
    if page_state.was_adopted() and (own or table.begun):
        table.base = tuple(own.split("\n")) if own else TABLES[chosen]
    elif table.begun != chosen:
        table.left[table.begun] = table.edited
        table.base = table.left.get(chosen, TABLES[chosen])
    else:
        return
    table.begun = chosen
    table.version += 1


def _write_address(table: Table, chosen: str) -> None:
    text = "" if table.edited == TABLES[chosen] else "\n".join(table.edited)
    page_state.put(OWN, text)
