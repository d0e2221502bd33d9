"""Several settings set at once, by a task, an example or a reset: in one step, which *Undo* takes back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from seqviz.ui.state import session
from seqviz.ui.state.address import Setting, Text
from seqviz.ui.state.page_state import PageState, default, publish, value
from seqviz.ui.state.tabs import TAB, tab_of


def set_together(values: Mapping[str, Any]) -> None:
    """Set some controls by their keys, so that *Undo* can put them back; only from a callback.

    Args:
        values: control's key -> the value that it shall hold.
    """
    state = session.remember(PageState)
    values = {**values, **tab_of(values)}
    known = {name: value(setting) for name, setting in state.settings.items() if name in values}
    others = {name: session.held(name) for name in values if name not in known}
    _set(values)
    state.before = known | {name: held for name, held in others.items() if held is not None}
    st.rerun()  # the whole page: what was set may stand in another part of it, and *Undo* at its top


def differing(values: Mapping[str, Any]) -> list[str]:
    """Return the keys of those controls that hold something else than this.

    Args:
        values: control's key -> value.
    """
    settings = session.remember(PageState).settings
    now = {name: value(settings[name]) if name in settings else session.held(name) for name in values}
    return [name for name, new in values.items() if now[name] != new]


def can_undo() -> bool:
    """Tell whether controls have been set together since the page was entered."""
    return session.remember(PageState).before is not None


def undo() -> None:
    """Put back what was set together last; only from a callback."""
    state = session.remember(PageState)
    values, state.before = state.before or {}, None
    _set(values)
    st.rerun()


def reset_settings() -> None:
    """Put everything but what a person typed back to its default, the run included; only from a callback."""
    settings = session.remember(PageState).settings.values()
    reset = [setting for setting in settings if not is_typed(setting) and setting.name != TAB]
    set_together({setting.name: default(setting) for setting in reset})


def reset_texts() -> None:
    """Put what a person typed back to the page's own texts; only from a callback."""
    settings = session.remember(PageState).settings.values()
    set_together({setting.name: default(setting) for setting in settings if is_typed(setting)})


def is_typed(setting: Setting) -> bool:
    """Tell whether a setting holds a text of the person's own."""
    return isinstance(setting, Text) and setting.is_typed


def choose(values: Mapping[str, Any]) -> None:
    """Set some controls by their keys, those that are not drawn yet; *Undo* has no part in it."""
    _set(values)


def _set(values: Mapping[str, Any]) -> None:
    state = session.remember(PageState)
    session.set_controls(dict(values))
    for name, new in values.items():
        if name in state.settings:
            publish(state.settings[name], new)
            state.moved |= {name} if new != default(state.settings[name]) else set()
