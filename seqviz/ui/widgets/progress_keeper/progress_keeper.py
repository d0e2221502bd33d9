"""The browser keeps what was done of the course in a cookie, which a session has before its first page is drawn."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from seqviz.ui.widgets.scripts import one_module

#: The cookie's name, here and in `progress_keeper.js`.
COOKIE = "seqviz_progress"

_FILES = Path(__file__).parent
_component = st.components.v2.component(
    "seqviz_progress_keeper",
    html="<span></span>",
    js=one_module(_FILES / "progress_keeper.js"),
)


def keep_progress(written: str, num_wiped: int) -> None:
    """Let the browser keep what was done, with what it keeps from other tabs.

    Args:
        written: as `seqviz.ui.progress.marks` writes it.
        num_wiped: how many times all was wiped in this session; where it has grown, the browser first forgets.
    """
    _component(key="progress_keeper", data={"written": written, "num_wiped": num_wiped})
