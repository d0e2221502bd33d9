"""Menus of runs: each is called by its name on the menu, and by its id in the address.

A run's name is another for everyone who looks ("yours", the time of day), so a link with it would open nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from seqviz.ui.state import page_state
from seqviz.ui.state.address import Choice
from seqviz.ui.state.address_lists import RunIds
from seqviz.ui.state.session import held, set_controls


def run_menu(
    setting: Choice | RunIds,
    label: str,
    options: Sequence[str],
    format_func: Callable[[str], str],
    *,
    help: str | None = None,
) -> str:
    """Let a person choose a run and return its id.

    Args:
        setting: what the address holds.
        label: of the menu.
        options: ids of runs, or words for nets that come with the app; the first is taken where nothing is said.
        format_func: id -> name.
        help: what is listed.
    """
    known = page_state.value(setting)
    if isinstance(setting, RunIds):
        key, said = f"{setting.name}:menu", (known or options)[0]
        wanted = said if page_state.was_adopted() or held(key) is None else held(key)
    else:
        key, wanted = setting.name, known
    # every time: a name that has changed since would not be found again
    set_controls({key: wanted if wanted in options else options[0]})
    chosen: str = st.selectbox(
        label, options, format_func=format_func, key=key, persist_state="session", help=help
    )
    if isinstance(setting, RunIds):
        page_state.put(setting, [] if chosen == options[0] else [chosen])
    else:
        page_state.publish(setting, chosen)
    return chosen


def several_runs(
    setting: RunIds, label: str, options: Sequence[str], format_func: Callable[[str], str], placeholder: str
) -> list[str]:
    """Let a person choose some runs and return their ids; none at first.

    Args:
        setting: what the address holds.
        label: of the menu.
        options: ids of runs.
        format_func: id -> name.
        placeholder: shown while none is chosen.
    """
    set_controls({setting.name: [one for one in page_state.value(setting) if one in options][: setting.most]})
    chosen = st.multiselect(
        label,
        options,
        format_func=format_func,
        key=setting.name,
        max_selections=setting.most,
        persist_state="session",
        placeholder=placeholder,
    )
    page_state.publish(setting, chosen)
    return chosen
