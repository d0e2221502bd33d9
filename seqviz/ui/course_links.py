"""Ways to a lesson: the menu, the map on Home, and links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from seqviz.ui.durations import counted
from seqviz.ui.progress.memory import marks_of, progress
from seqviz.ui.progress.standing import Standing, standing
from seqviz.ui.syllabus import Lesson, lessons

_CARDS_IN_A_ROW = 3


def navigation(sections: Mapping[str, Sequence[Lesson]], home: Lesson) -> Any:
    """Draw the navigation and return the page that was asked for.

    Args:
        sections: section's title -> its lessons. A section without lessons is left out.
        home: the page shown first.
    """
    shown = {"": (home,)} | {title: found for title, found in sections.items() if found}
    pages = {title: [_page(lesson, home) for lesson in found] for title, found in shown.items()}
    return st.navigation(pages, expanded=True)


def _page(lesson: Lesson, home: Lesson) -> Any:
    return st.Page(
        lesson.path, title=lesson.title, icon=f":material/{lesson.icon}:", default=lesson.page == home.page
    )


def course_map(sections: Mapping[str, Sequence[Lesson]]) -> None:
    """Draw the course: section by section, how far one has come in it, and each lesson with its question, linked."""
    for title, found in sections.items():
        with st.container(border=True):
            st.markdown(f"**{title}**")
            _bar(standing(found, progress()))
            _lesson_cards(found)


def _bar(come: Standing | None) -> None:
    """Draw how far a part has come; nothing where nothing was done."""
    if come is None or not (come.num_done or come.num_tasks or come.num_predictions):
        return
    tasks, predictions = counted(come.num_tasks, "task"), counted(come.num_predictions, "prediction")
    done = f"{come.num_done} of {counted(come.num_lessons, 'lesson')} done"
    st.progress(come.share, text=f"{done} · {tasks} checked · {predictions} made")


def ticked(lesson: Lesson) -> str:
    """Return a lesson's title, with a tick where all its tasks were checked."""
    return f"{lesson.title} ✔" if marks_of(lesson.page).done else lesson.title


def lesson_link(page: str, label: str = "{title}", *, icon: str = "", **address: str) -> None:
    """Draw a link to a lesson.

    Args:
        page: the file's name in pages/, without `.py`.
        label: what the link says, Markdown; `{title}` is the lesson's title, ticked where it is done.
        icon: a Material symbol's name; the lesson's own if "".
        address: settings that the lesson shall open with, as its address writes them.
    """
    lesson = lessons()[page]
    st.page_link(
        lesson.path,
        label=label.format(title=ticked(lesson)),
        icon=f":material/{icon or lesson.icon}:",
        width="content",
        query_params=address or None,
    )


def _lesson_cards(found: Sequence[Lesson]) -> None:
    # Row by row: a phone sets the columns of a row below one another, and the lessons must keep their order there.
    for first in range(0, len(found), _CARDS_IN_A_ROW):
        row = found[first : first + _CARDS_IN_A_ROW]
        for column, lesson in zip(st.columns(_CARDS_IN_A_ROW), row, strict=False):
            with column:
                st.page_link(lesson.path, label=f"**{ticked(lesson)}**", icon=f":material/{lesson.icon}:")
                st.caption(lesson.question)
