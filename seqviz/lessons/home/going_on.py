"""Where a person left off, and what can be done with what their browser remembers of it."""

from __future__ import annotations

import json

import streamlit as st

from seqviz.ui.course_links import lesson_link
from seqviz.ui.progress import memory
from seqviz.ui.progress.standing import go_on_with
from seqviz.ui.syllabus import lessons


def going_on() -> None:
    """Link to the lesson with which to go on, or to begin."""
    known = memory.progress()
    lesson = go_on_with(list(lessons().values()), known)
    if lesson is not None:
        lesson_link(lesson.page, "Go on with **{title}**", icon="arrow_forward")
    elif not known:
        lesson_link(next(iter(lessons())), "Begin with **{title}**", icon="arrow_forward")


def what_is_remembered() -> None:
    """Say where the progress is kept, and let it be taken along or forgotten; nothing where there is none."""
    if not memory.progress():
        return
    with st.expander("What this browser remembers", icon=":material/bookmark:"):
        st.markdown(
            "Which lessons were opened, which tasks were checked, and what you predicted: in a cookie of this browser, "
            "for a year. The server keeps nothing of it, and nobody else sees it."
        )
        with st.container(horizontal=True):
            st.download_button(
                "Take it along as JSON",
                lambda: json.dumps(memory.as_data(), indent=2),
                "seqviz-progress.json",
                "application/json",
                icon=":material/download:",
                on_click="ignore",
            )
            with st.popover("Forget all of it", icon=":material/delete:"):
                st.markdown("Every tick and every prediction is gone then, for good.")
                st.button("Forget it", key="forget progress", on_click=memory.wipe)
