"""Parts of a lesson behind tabs: the address says which one is open, and what is set together opens its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from seqviz.ui.state import page_state, session
from seqviz.ui.state.address import Choice, Setting

#: The setting's name: the title of the tab that is open, or "" as long as none has been chosen.
TAB = "part"
_CONTROL = "parts"  # the control's key: the control always holds a title


@dataclass
class _Drawn:
    """The tabs of the page that is open.

    Attributes:
        page: whose they are.
        holding: title -> the names of the settings whose controls it holds.
    """

    page: str = ""
    holding: dict[str, set[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Tabs:
    """Parts of a lesson of which one is in sight at a time.

    Attributes:
        parts: title -> the settings whose controls stand there.
    """

    parts: Mapping[str, Sequence[Setting]]

    def settings(self) -> tuple[Setting, ...]:
        """Return what the address may hold of the parts, and which of them is open."""
        return (self._setting, *(setting for held in self.parts.values() for setting in held))

    @property
    def _setting(self) -> Choice:
        return Choice(TAB, ("", *self.parts), "")

    def draw(self) -> Sequence[DeltaGenerator]:
        """Draw the tabs and return the place of each; after `frame.introduction`, once on a page."""
        holding = {title: {setting.name for setting in held} for title, held in self.parts.items()}
        drawn = session.remember(_Drawn)
        drawn.page, drawn.holding = session.page(), holding
        session.set_controls({_CONTROL: self._open()})
        return st.tabs(list(self.parts), key=_CONTROL, on_change=self._choose)

    def _choose(self) -> None:
        page_state.put(self._setting, session.held(_CONTROL))

    def _open(self) -> str:
        """Return the open tab; a link that names none, but settings of another than the first, opens that one."""
        chosen = str(page_state.value(self._setting))
        if chosen:
            return chosen
        first = next(iter(self.parts))
        found = next((title for title, held in self.parts.items() if any(map(_is_set, held))), first)
        if found != first:
            page_state.put(self._setting, found)
        return found


def _is_set(setting: Setting) -> bool:
    return bool(page_state.value(setting) != page_state.default(setting))


def tab_of(names: Iterable[str]) -> dict[str, str]:
    """Return the tab to open where some controls are set together: the one that is open if it holds any of them.

    Args:
        names: of the settings.

    Returns:
        TAB -> its title; nothing on a page without tabs, or where none of them holds any.
    """
    drawn, names = session.remember(_Drawn), list(names)
    if drawn.page != session.page() or TAB in names:
        return {}
    titles = [title for name in names for title, held in drawn.holding.items() if name in held]
    now = session.held(_CONTROL)
    return {TAB: now if now in titles else titles[0]} if titles else {}
