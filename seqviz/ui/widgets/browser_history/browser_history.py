"""The browser's history: one entry for each page visited, however many settings were changed there."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from seqviz.ui.widgets.scripts import one_module

_FILES = Path(__file__).parent
_component = st.components.v2.component(
    "seqviz_browser_history",
    html="<span></span>",
    js=one_module(_FILES / "browser_history.js"),
)


def keep_one_entry_a_page() -> None:
    """Let a changed setting change the page's entry in the history instead of adding one."""
    _component(key="browser_history")
