"""The sentence and the net last used go along to the other lessons that read sentences: offered, never taken over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from seqviz.ui.markdown import escaped
from seqviz.ui.state import page_state, session
from seqviz.ui.state.address import Text
from seqviz.ui.state.set_together import differing, set_together
from seqviz.ui.syllabus import lessons

MOST_SHOWN = 60  # characters of a sentence
#: The id of a net -> the controls that let a lesson read with it; empty where it cannot.
NetControls = Callable[[str], Mapping[str, Any]]


@dataclass(frozen=True)
class _Used:
    page: str
    sentence: str
    net_id: str


@dataclass
class _Travelling:
    """What this session used last that was not a lesson's own, and what lessons held before they took it over.

    Attributes:
        used: sentence and net.
        before: page -> control's key -> what it held.
    """

    used: _Used | None = None
    before: dict[str, dict[str, Any]] = field(default_factory=dict)


def note_used(sentence: str, net_id: str, *, is_own: bool) -> None:
    """Remember what has just been read, for the other lessons.

    Args:
        sentence: what was read.
        net_id: by which net; "" where no other lesson has it.
        is_own: whether both are what the lesson itself opens with, which need not travel.
    """
    travelling = session.remember(_Travelling)
    used, new = travelling.used, _Used(session.page(), sentence, net_id)
    came_from_elsewhere = used is not None and used.page != new.page and used.sentence == sentence
    if not is_own and not came_from_elsewhere:
        travelling.used = new


def offer_used(setting: Text, net_controls: NetControls) -> None:
    """Offer the sentence last used on another lesson, and the way back to what this one held before.

    It always takes up one place, so that what stands below keeps its own.

    Args:
        setting: the lesson's sentence.
        net_controls: which controls let this lesson read with a net.
    """
    travelling, page = session.remember(_Travelling), session.page()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        used = travelling.used
        if used is not None and used.page != page:
            values = {setting.name: used.sentence[: setting.longest], **net_controls(used.net_id)}
            if differing(values):
                _offer(used, values)
        if page in travelling.before:
            st.button("Back to this lesson’s own", icon=":material/undo:", type="tertiary", on_click=_go_back)


def _offer(used: _Used, values: Mapping[str, Any]) -> None:
    lesson = lessons().get(used.page)
    cut = used.sentence[:MOST_SHOWN] + (" …" if len(used.sentence) > MOST_SHOWN else "")
    net = " and net" if len(values) > 1 else ""
    title = lesson.title if lesson is not None else "Home"
    st.markdown(f"Your sentence{net} from *{title}*: “{escaped(cut)}”", width="content")
    st.button("Use it here", icon=":material/input:", on_click=_take_over, args=(values,))


def _take_over(values: Mapping[str, Any]) -> None:
    settings = session.remember(page_state.PageState).settings
    held = {name: page_state.value(settings[name]) for name in values}
    session.remember(_Travelling).before.setdefault(session.page(), held)
    set_together(values)


def _go_back() -> None:
    set_together(session.remember(_Travelling).before.pop(session.page()))
