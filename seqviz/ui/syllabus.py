"""What a lesson is to the course: where its page lies and which question it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from seqviz.ui.state import session

_CARDS_IN_A_ROW = 3


@dataclass(frozen=True)
class Lesson:
    """One page of the course.

    Attributes:
        page: the file's name in pages/, without `.py`; also its place in the address.
        title: what the navigation calls it.
        question: the one question that it answers.
        icon: a Material symbol's name.
    """

    page: str
    title: str
    question: str
    icon: str

    @property
    def path(self) -> str:
        """The page's file, as Streamlit links to it."""
        return f"pages/{self.page}.py"


@dataclass
class Course:
    """The syllabus, as `contents.py` hands it to the pages.

    Attributes:
        sections: section's title -> its lessons, in the order in which they are taught.
    """

    sections: dict[str, tuple[Lesson, ...]] = field(default_factory=dict)


def navigation(sections: dict[str, tuple[Lesson, ...]], home: Lesson) -> Any:
    """Draw the navigation and return the page that was asked for.

    Args:
        sections: section's title -> its lessons. A section without lessons is left out.
        home: the page shown first.
    """
    shown = {"": (home,)} | {title: lessons for title, lessons in sections.items() if lessons}
    pages = {title: [_page(lesson, home) for lesson in lessons] for title, lessons in shown.items()}
    return st.navigation(pages, expanded=True)


def _page(lesson: Lesson, home: Lesson) -> Any:
    return st.Page(
        lesson.path, title=lesson.title, icon=f":material/{lesson.icon}:", default=lesson.page == home.page
    )


def course_map(course: Course) -> None:
    """Draw the course: section by section, each lesson with the question it answers, linked."""
    for title, lessons in course.sections.items():
        if lessons:
            with st.container(border=True):
                st.markdown(f"**{title}**")
                _lesson_cards(lessons)


def lesson_link(page: str, label: str = "{title}", **address: str) -> None:
    """Draw a link to a lesson.

    Args:
        page: the file's name in pages/, without `.py`.
        label: what the link says, Markdown; `{title}` is the lesson's title.
        address: settings that the lesson shall open with, as its address writes them.
    """
    lesson = _lesson(page)
    st.page_link(
        lesson.path,
        label=label.format(title=lesson.title),
        icon=f":material/{lesson.icon}:",
        width="content",
        query_params=address or None,
    )


def lesson_titled(page: str) -> str:
    """Return a lesson's title.

    Args:
        page: the file's name in pages/, without `.py`.
    """
    return _lesson(page).title


def _lesson(page: str) -> Lesson:
    lessons = (lesson for part in session.remember(Course).sections.values() for lesson in part)
    return next(lesson for lesson in lessons if lesson.page == page)


def _lesson_cards(lessons: tuple[Lesson, ...]) -> None:
    # Row by row: a phone sets the columns of a row below one another, and the lessons must keep their order there.
    for first in range(0, len(lessons), _CARDS_IN_A_ROW):
        row = lessons[first : first + _CARDS_IN_A_ROW]
        for column, lesson in zip(st.columns(_CARDS_IN_A_ROW), row, strict=False):
            with column:
                st.page_link(lesson.path, label=f"**{lesson.title}**", icon=f":material/{lesson.icon}:")
                st.caption(lesson.question)
