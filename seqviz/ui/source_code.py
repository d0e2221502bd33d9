"""The source of the functions and classes behind a picture, each in a box that can be opened."""

from __future__ import annotations

import functools
import inspect
import textwrap
import threading
from pathlib import Path
from typing import Any

import streamlit as st

from seqviz.ui.lazy_expander import lazy_expander

_ROOT = Path(__file__).resolve().parents[2]
#: One at a time: to find a class, `inspect` parses its file, and CPython 3.11 fails when two threads parse at once.
_PARSING = threading.Lock()


@st.fragment
def source_boxes(*things: Any) -> None:
    """Draw a box for each function or class, with its place in the repository; an open box shows its code."""
    for thing in things:
        path = Path(inspect.getsourcefile(thing) or "").resolve()
        place = path.relative_to(_ROOT) if path.is_relative_to(_ROOT) else path.name
        with lazy_expander(f"{thing.__qualname__} · {place}", "code", f"source:{thing.__qualname__}") as box:
            if box.open:
                st.code(_source(thing), language="python")


@functools.cache
def _source(thing: Any) -> str:
    with _PARSING:
        return textwrap.dedent(inspect.getsource(thing))
