"""What a lesson is to the course (`assets/course.toml`): its place, its question, what it needs and what it gives."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parents[2] / "assets" / "course.toml"


@dataclass(frozen=True)
class Lesson:
    """One page of the course.

    Attributes:
        page: the file's name in pages/, without `.py`; also its place in the address.
        title: what the navigation calls it.
        question: the one question that it answers.
        icon: a Material symbol's name.
        needs: the pages of the lessons on which it builds.
        goal: what a person can do afterwards: the end of the sentence "You can now …"; "" of a page to look things
            up in.
        facts: what to keep, Markdown.
        runs: the kinds of runs that it shows.
    """

    page: str
    title: str
    question: str
    icon: str
    needs: tuple[str, ...] = ()
    goal: str = ""
    facts: tuple[str, ...] = ()
    runs: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The page's file, as Streamlit links to it."""
        return f"pages/{self.page}.py"


@cache
def course() -> dict[str, tuple[Lesson, ...]]:
    """Return the course: part's title -> its lessons, both in the order in which they are taught."""
    parts = tomllib.loads(_FILE.read_text(encoding="utf-8"))["part"]
    return {part["title"]: tuple(map(_lesson, part["lesson"])) for part in parts}


def _lesson(entry: dict[str, str | list[str]]) -> Lesson:
    lists = {name: tuple(entry[name]) for name in ("needs", "facts", "runs") if name in entry}
    return Lesson(**entry | lists)  # type: ignore[arg-type]


@cache
def lessons() -> dict[str, Lesson]:
    """Return every page of the course: page -> lesson, in the order in which they are taught."""
    return {lesson.page: lesson for part in course().values() for lesson in part}


def lesson_after(page: str) -> Lesson | None:
    """Return the lesson that is taught next, or None after the last.

    Args:
        page: the file's name in pages/, without `.py`.
    """
    taught = [lesson for lesson in lessons().values() if lesson.goal]
    following = zip(taught, taught[1:], strict=False)
    return next((after for lesson, after in following if lesson.page == page), None)


def lessons_showing(kind: str) -> list[Lesson]:
    """Return the lessons that show runs of a kind of experiment, in the order in which they are taught."""
    return [lesson for lesson in lessons().values() if kind in lesson.runs]
