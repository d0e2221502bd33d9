"""What to read after a lesson, from `assets/reading.toml`: shown below its sources, and on a page of its own."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st

from seqviz.ui.course_links import lesson_link
from seqviz.ui.state import session
from seqviz.ui.syllabus import lessons

_FILE = Path(__file__).resolve().parents[2] / "assets" / "reading.toml"
PAGE = "reading"


@dataclass(frozen=True)
class Entry:
    """A text to read.

    Attributes:
        author: its authors' surnames.
        year: when it appeared.
        title: its title.
        link: its address.
        about: what it is good for, in a sentence of our own.
        lessons: the pages after which it is worth reading.
    """

    author: str
    year: int
    title: str
    link: str
    about: str
    lessons: tuple[str, ...]

    @property
    def cited(self) -> str:
        """Author, year and linked title, Markdown."""
        return f"{self.author} {self.year}, [*{self.title}*]({self.link})"


@cache
def entries() -> tuple[Entry, ...]:
    """Return all entries, in the order of the course."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))["entry"]
    return tuple(Entry(**entry | {"lessons": tuple(entry["lessons"])}) for entry in data)


def entries_for(lesson: str) -> list[Entry]:
    """Return what to read after a lesson, by its page."""
    return [entry for entry in entries() if lesson in entry.lessons]


def read_on() -> None:
    """List what to read after the lesson that is open, and link to the whole list; nothing where there is nothing."""
    found = entries_for(session.page())
    if not found:
        return
    st.markdown("**Read on**\n\n" + "\n".join(f"- {entry.cited}. {entry.about}" for entry in found))
    lesson_link(PAGE, "All further reading", lesson=lessons()[session.page()].title)
