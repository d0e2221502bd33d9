"""The top of a lesson: its title and question, the lessons it builds on, and the buttons for what is on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from seqviz.ui.course_links import lesson_link
from seqviz.ui.frame.link import copy_link
from seqviz.ui.state import address, address_check, page_state, session
from seqviz.ui.state.set_together import can_undo, is_typed, reset_settings, reset_texts, undo
from seqviz.ui.syllabus import lessons


def introduction(title: str, question: str, *settings: address.Setting) -> None:
    """Begin a lesson: its title, the question it answers, what it needs, and a word on what the address got wrong.

    Args:
        title: the page's one title.
        question: what a person can answer after the lesson; plain Markdown.
        settings: every setting the page keeps in the address beside its run; they can be put back to their defaults.
    """
    st.title(title)
    st.header(question)
    has_run = any(setting.name == page_state.RUN.name for setting in settings)
    kept = settings if has_run else (*settings, page_state.RUN)
    address_check.check(*kept)
    page_state.adopt(kept)
    _you_need()
    _buttons(settings)


def _you_need() -> None:
    """Link to the lessons on which the one that is open builds; nothing where it builds on none."""
    lesson = lessons().get(session.page())
    if lesson is None or not lesson.needs:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown("**You need**", width="content")
        for page in lesson.needs:
            lesson_link(page)


def _buttons(settings: Sequence[address.Setting]) -> None:
    """Always the same buttons, so that what stands below keeps its place."""
    with st.container(horizontal=True, vertical_alignment="center"):
        if settings:
            _reset_buttons(settings)
        copy_link()
        _all_runs()


def _all_runs() -> None:
    """Link to the list of the runs that this page can show; nothing where it shows none."""
    lesson = lessons().get(session.page())
    for kind in lesson.runs[:1] if lesson else ():
        lesson_link("runs", "All runs", kind=kind)


def _reset_buttons(settings: Sequence[address.Setting]) -> None:
    if not all(map(is_typed, settings)):
        _tertiary("Reset settings", ":material/restart_alt:", reset_settings)
    if any(map(is_typed, settings)):
        _tertiary("Reset text", ":material/format_clear:", reset_texts)
    _tertiary("Undo", ":material/undo:", undo, disabled=not can_undo())


def _tertiary(label: str, icon: str, on_click: Callable[[], None], *, disabled: bool = False) -> None:
    st.button(label, icon=icon, type="tertiary", key=label, on_click=on_click, disabled=disabled)
