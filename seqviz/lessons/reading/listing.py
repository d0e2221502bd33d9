"""Further reading, all of it or that of one lesson, each entry with links to its lessons."""

from __future__ import annotations

import streamlit as st

from seqviz.ui import controls
from seqviz.ui.course_links import lesson_link
from seqviz.ui.further_reading import entries
from seqviz.ui.state.address import Choice
from seqviz.ui.syllabus import lessons

EVERY = "every lesson"


def lesson_setting() -> Choice:
    """Return the setting that keeps whose reading is shown; the course must be known."""
    titles = {lesson: lessons()[lesson].title for entry in entries() for lesson in entry.lessons}
    labels = {EVERY: EVERY} | titles
    return Choice("lesson", tuple(labels), EVERY, label=lambda lesson: labels[lesson])


def reading_list(setting: Choice) -> None:
    """Draw the menu of lessons and the entries of the chosen one."""
    lesson = controls.menu(setting, "To be read after")
    for entry in entries():
        if lesson in (EVERY, *entry.lessons):
            with st.container(border=True):
                st.markdown(entry.cited)
                st.markdown(entry.about)
                with st.container(horizontal=True):
                    for page in entry.lessons:
                        lesson_link(page)
