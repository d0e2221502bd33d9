"""What stays after a lesson: mistakes that circulate, what one can do now, and where to go on."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from seqviz.ui.course_links import lesson_link
from seqviz.ui.frame.parts import PARTS
from seqviz.ui.on_trial import on_trial
from seqviz.ui.state import session
from seqviz.ui.syllabus import Lesson, lesson_after, lessons


def misconceptions(notes: Sequence[tuple[str, str]]) -> None:
    """Set mistakes that circulate beside what is true, and link to the lesson's claims on trial.

    Args:
        notes: (what is often said, what is so), Markdown.
    """
    st.subheader(PARTS[2])
    # Row by row: a phone sets the columns of a row below one another.
    for first in range(0, len(notes), 2):
        for column, (wrong, right) in zip(st.columns(2), notes[first : first + 2], strict=False):
            with column.container(border=True, height="stretch"):
                st.markdown(f":material/close: *{wrong}*")
                st.markdown(f":material/check: {right}")
    on_trial()


def you_can_now() -> None:
    """Say what a person can do after the lesson that is open and which facts to keep, and link to the next one."""
    lesson = lessons().get(session.page())
    if lesson is None:
        return
    st.subheader(PARTS[3])
    st.markdown(goal_and_facts(lesson))
    after = lesson_after(lesson.page)
    if after is not None:
        lesson_link(after.page, "Next: **{title}**", icon="arrow_forward")


def goal_and_facts(lesson: Lesson) -> str:
    """Return a lesson's goal, below its heading, and its facts as a list: Markdown."""
    goal = f"**{lesson.goal[0].upper()}{lesson.goal[1:]}.**"
    if not lesson.facts:
        return goal
    return "\n".join([f"{goal} Keep:", "", *(f"1. {fact}" for fact in lesson.facts)])
