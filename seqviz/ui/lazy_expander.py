"""A box of which nothing is computed or sent before it is opened."""

from __future__ import annotations

import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer


def lazy_expander(label: str, icon: str, key: str) -> ExpanderContainer:
    """Make a closed box, to be filled only where its `open` is true. Its fragment, or the page, is run when it opens.

    Args:
        label: what is inside; Markdown.
        icon: a Material symbol's name.
        key: unique on the page.
    """
    return st.expander(label, icon=f":material/{icon}:", key=key, on_change="rerun")
