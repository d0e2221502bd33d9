"""Scrolling to what a person has just asked for."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from seqviz.ui.widgets.scripts import one_module

_FILES = Path(__file__).parent
_component = st.components.v2.component(
    "seqviz_into_view", html="<span></span>", js=one_module(_FILES / "into_view.js")
)


def into_view(about: str) -> None:
    """Bring what follows into view, once.

    Args:
        about: what the page is scrolled for; of the same thing a second time nothing is made.
    """
    _component(key=f"into_view:{about}", data={"about": about})
