"""A text to copy: in a box, from which it can be read and taken by hand too, and with a button."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from seqviz.ui.widgets.scripts import one_module

_FILES = Path(__file__).parent
_component = st.components.v2.component(
    "seqviz_copy_field",
    html='<div><input readonly><button type="button">Copy</button><span role="status"></span></div>',
    css=(_FILES / "copy_field.css").read_text("utf-8"),
    js=one_module(_FILES / "copy_field.js"),
)


def copy_field(text: str, *, label: str, key: str) -> None:
    """Show a text that can be copied.

    Args:
        text: what is copied.
        label: what it is, for a screen reader.
        key: unique on the page.
    """
    _component(key=key, data={"text": text, "label": label})
