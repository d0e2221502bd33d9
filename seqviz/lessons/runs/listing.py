"""The list of runs: filter, look, choose; what is chosen is opened, renamed, deleted or compared."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from seqviz.lessons.runs import rows
from seqviz.lessons.runs.chosen import chosen_part
from seqviz.lessons.runs.rows import Row
from seqviz.runs.registry import known_kinds
from seqviz.ui import controls
from seqviz.ui.durations import counted
from seqviz.ui.runs.menus import several_runs
from seqviz.ui.server.engine import store
from seqviz.ui.state.address import Choice, Setting, Text
from seqviz.ui.state.address_lists import RunIds
from seqviz.ui.state.session import owner

MOST_LISTED = 200
MOST_CHOSEN = 6
EVERY = "every kind"
WHOSE = Choice("whose", rows.WHOSE, rows.MINE)
KIND = Choice("kind", (EVERY, *known_kinds()), EVERY)
SOUGHT = Text("sought", "", 80)
CHOSEN = RunIds("chosen", MOST_CHOSEN)
SETTINGS: tuple[Setting, ...] = (WHOSE, KIND, SOUGHT, CHOSEN)


def listing() -> None:
    """Draw the filters, the list, and what is chosen of it."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        whose = controls.choice(WHOSE, "Whose runs")
        kind = controls.menu(KIND, "Kind")
        sought = controls.line(SOUGHT, "Name holds")
    found = rows.chosen_rows(_rows(whose), "" if kind == EVERY else kind, sought)
    if not found:
        st.info(_nothing(whose), icon=":material/search_off:")
        return
    st.dataframe(_table(found), hide_index=True, key="runs_table")
    st.caption(
        f"{counted(len(found), 'run')}{'' if whose == rows.ALONG else ', the newest first'}. {_told(kind)}"
    )
    by_id = {row.id: row for row in found}
    picked = several_runs(
        CHOSEN,
        "Runs to open, rename, delete or compare",
        list(by_id),
        lambda one: by_id[one].name,
        "Choose runs",
    )
    chosen_part([by_id[one] for one in picked])


def _rows(whose: str) -> list[Row]:
    if whose == rows.ALONG:
        return rows.along()
    records = store().runs(owner(), limit=MOST_LISTED)
    return rows.stored([record for record in records if (record.owner == owner()) == (whose == rows.MINE)])


def _nothing(whose: str) -> str:
    if whose == rows.MINE:
        return "No run of yours is like this. Train one in a lesson, or look at everybody's."
    return "No run is like this: take another kind, or empty the box."


def _told(kind: str) -> str:
    """Say what runs of a kind are; "" for every kind."""
    return f"This kind: {rows.kinds()[kind]}." if kind in rows.kinds() else ""


def _table(found: Sequence[Row]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "run": [row.name for row in found],
            "kind": [row.kind for row in found],
            "outcome": [row.outcome for row in found],
        }
    )
