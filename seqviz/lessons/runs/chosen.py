"""What can be done with the runs that are chosen: open, rename, delete; several are compared."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from seqviz.lessons.runs.rows import Row
from seqviz.runs.settings import WORDS, value_of
from seqviz.runs.store.records import StoreError
from seqviz.ui.course_links import lesson_link
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.buttons import deletion
from seqviz.ui.server.engine import store
from seqviz.ui.state import session
from seqviz.ui.syllabus import lessons_showing

LONGEST_LABEL = 60


def chosen_part(chosen: Sequence[Row]) -> None:
    """Draw what can be done with each chosen run, and, of several, in which settings they differ."""
    for row in chosen:
        with st.container(border=True):
            st.markdown(f"**{escaped(row.name)}**")
            _open_in(row)
            if row.record is not None and row.record.owner == session.owner():
                _rename(row)
                deletion(row.record)
    if len(chosen) > 1:
        _compare(chosen)


def _open_in(row: Row) -> None:
    with st.container(horizontal=True):
        for lesson in lessons_showing(row.kind):
            address = {"run": row.id} if row.record is not None else {}
            lesson_link(lesson.page, "Open in **{title}**", **address)


def _rename(row: Row) -> None:
    key = f"label:{row.id}"
    st.text_input(
        "A name of your own",
        value=(row.record.label if row.record else None) or "",
        max_chars=LONGEST_LABEL,
        key=key,
        on_change=_keep_label,
        args=(row.id, key),
        help="Only you see it. Leave it empty to call the run by its settings again.",
    )


def _keep_label(run_id: str, key: str) -> None:
    try:
        store().rename(run_id, session.owner(), str(session.held(key) or "").strip())
    except StoreError as error:
        st.toast(escaped(str(error)), icon=":material/info:")


def _compare(chosen: Sequence[Row]) -> None:
    st.subheader("Side by side")
    table = differences(chosen)
    if len(table):
        st.dataframe(table, key="runs_compared")
        st.caption(
            "A column is a run, a row a setting in which they differ; the last row is how each one ended."
        )
    else:
        st.info("These runs have the same settings.", icon=":material/info:")


def differences(chosen: Sequence[Row]) -> pd.DataFrame:
    """Return the settings in which runs differ, and how each ended: a row a setting, a column a run."""
    fields = dict.fromkeys(name for row in chosen for name in row.config)
    told = {name: [_value(row, name) for row in chosen] for name in fields}
    told = {
        WORDS.get(name, name.replace("_", " ")): values
        for name, values in told.items()
        if len(set(values)) > 1
    }
    told["outcome"] = [row.outcome for row in chosen]
    return pd.DataFrame(told, index=[row.name for row in chosen]).T


def _value(row: Row, name: str) -> str:
    return value_of(name, row.config[name]) if name in row.config else "–"
