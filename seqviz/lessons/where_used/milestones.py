"""The history of recurrent nets in use: a list that can be narrowed to one field."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st

from seqviz.ui import controls
from seqviz.ui.state.address import Choice

_FILE = Path(__file__).resolve().parents[3] / "assets" / "milestones.toml"
EVERYTHING = "everything"


@dataclass(frozen=True)
class Milestone:
    """One entry.

    Attributes:
        year: of the source.
        field: what the nets were used for.
        what: what happened, in a sentence or two.
        source: where that stands.
        warning: what is to be feared of it, with its source; often nothing.
    """

    year: int
    field: str
    what: str
    source: str
    warning: str = ""


@cache
def milestones() -> tuple[Milestone, ...]:
    """Return all entries, the oldest first."""
    entries = tomllib.loads(_FILE.read_text(encoding="utf-8"))["milestone"]
    return tuple(sorted((Milestone(**entry) for entry in entries), key=lambda entry: entry.year))


FIELD = Choice("field", (EVERYTHING, *dict.fromkeys(entry.field for entry in milestones())), EVERYTHING)


def timeline_part() -> None:
    """Draw the entries of the chosen field."""
    field = controls.menu(FIELD, "Show")
    for entry in milestones():
        if field in (EVERYTHING, entry.field):
            with st.container(border=True):
                st.markdown(f"**{entry.year}** · {entry.field}")
                st.markdown(entry.what)
                if entry.warning:
                    st.warning(entry.warning, icon=":material/warning:")
                st.caption(entry.source)


def references() -> list[str]:
    """Return every source once, the oldest first."""
    return list(dict.fromkeys(entry.source for entry in milestones()))
