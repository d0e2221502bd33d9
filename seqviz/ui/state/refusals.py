"""What was typed and cannot be used: said where it was typed, while the page goes on with what stood there before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from seqviz.ui.state import session
from seqviz.ui.state.address import Setting, Text
from seqviz.ui.state.page_state import PageState, publish, usable, wanted


def settle(setting: Setting, typed: Any, label: str) -> Any:
    """Return what was typed if it can be used; else say so where it was typed, and return what stood there before.

    Args:
        setting: whose control holds it.
        typed: what the control holds.
        label: what the control is called.
    """
    state = session.remember(PageState)
    needed = wanted(setting, typed)
    if needed is None:
        state.refused.pop(setting.name, None)
        state.good[session.page(), setting.name] = typed
        publish(setting, typed)
        return typed
    used = usable(setting)
    state.refused[setting.name] = label
    st.error(_refusal(setting, typed, needed, used), icon=":material/block:")
    return used


def _refusal(setting: Setting, typed: Any, wanted: str, used: Any) -> str:
    if isinstance(setting, Text):
        return (
            f"This text has {len(typed):,} characters; this box takes {wanted}. Until you shorten it, the text before "
            "is used."
        )
    return f"{typed:.10g} cannot be used: it takes {wanted}. Until you correct it, {used:.10g} is used."


def refused(settings: Sequence[Setting]) -> list[str]:
    """Return what the controls of those settings are called that hold something that cannot be used."""
    known = session.remember(PageState).refused
    return [known[setting.name] for setting in settings if setting.name in known]
