"""What is folded away at the end of a lesson: the code behind it, and what it rests on."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from typing import Any

import streamlit as st

from seqviz.ui.frame.parts import FOLDED
from seqviz.ui.further_reading import read_on
from seqviz.ui.source_code import source_boxes


def code(*objects: Any) -> None:
    """Show the source of the functions and classes that made the picture."""
    with st.expander(FOLDED[0], icon=":material/code:"):
        source_boxes(*map(inspect.unwrap, objects))


def sources(entries: Iterable[str]) -> None:
    """List what the lesson rests on, one Markdown line each, and what to read after it."""
    with st.expander(FOLDED[1], icon=":material/menu_book:"):
        st.markdown("\n".join(f"- {entry}" for entry in entries))
        read_on()
