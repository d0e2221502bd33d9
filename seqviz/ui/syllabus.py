"""What a lesson is to the course: where its page lies and which question it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import streamlit as st


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
    return st.navigation(
        {title: [_page(lesson, home) for lesson in lessons] for title, lessons in shown.items()}
    )


def _page(lesson: Lesson, home: Lesson) -> Any:
    return st.Page(
        lesson.path, title=lesson.title, icon=f":material/{lesson.icon}:", default=lesson.page == home.page
    )
