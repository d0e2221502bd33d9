"""A box for the controls that a lesson's first look can do without."""

from __future__ import annotations

import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

from seqviz.ui.state.address import Setting
from seqviz.ui.state.moved import were_moved


def more_settings(*settings: Setting, label: str = "More settings") -> ExpanderContainer:
    """Make a box that is closed, unless the address, memory or a task has set any of its controls.

    Args:
        settings: whose controls are drawn in it.
        label: what it is called.
    """
    return st.expander(label, icon=":material/tune:", expanded=were_moved(settings))
