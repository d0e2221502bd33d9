"""This session's copy of the browser's progress: read once from its cookie, handed back whenever it grows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from seqviz.ui.progress.marks import Marks, checksum, read, written
from seqviz.ui.state import session
from seqviz.ui.syllabus import lessons
from seqviz.ui.widgets.progress_keeper.progress_keeper import COOKIE, keep_progress

_MOST_TASKS, _MOST_OPTIONS = 9, 10  # that one digit can tell


def _in_cookie() -> dict[str, Marks]:
    return read(str(st.context.cookies.get(COOKIE, "")), lessons())


@dataclass
class _Progress:
    """What was done, as far as this session knows.

    Attributes:
        lessons: page -> marks, the one opened last at the end.
        num_wiped: how many times it was wiped in this session.
    """

    lessons: dict[str, Marks] = field(default_factory=_in_cookie)
    num_wiped: int = 0


def progress() -> dict[str, Marks]:
    """Return what was done: page -> marks, the lesson opened last at the end."""
    return session.remember(_Progress).lessons


def marks_of(page: str) -> Marks:
    """Return what was done of a lesson."""
    return progress().get(page, Marks())


def note_opened(page: str) -> None:
    """Note that a lesson is open now; a page that is none is passed over."""
    if page in lessons():
        known = progress()
        marks = known.pop(page, Marks())
        marks.opened, known[page] = True, marks


def note_task(number: int, num_tasks: int) -> bool:
    """Note that a task of the open lesson was checked; return whether that is new.

    Args:
        number: of the task, from 1.
        num_tasks: how many the lesson has.
    """
    marks = _of_this_page()
    if number in marks.tasks or number > _MOST_TASKS:
        return False
    marks.tasks.add(number)
    marks.done = marks.done or marks.tasks >= set(range(1, num_tasks + 1))
    return True


def note_prediction(question: str, option: int) -> None:
    """Note which option was chosen at a question of the open lesson, from 0."""
    if option < _MOST_OPTIONS:
        _of_this_page().predictions[checksum(question)] = option


def predicted(question: str) -> int | None:
    """Return which option was chosen at a question of the open lesson; None where none was."""
    return marks_of(session.page()).predictions.get(checksum(question))


def _of_this_page() -> Marks:
    return progress().setdefault(session.page(), Marks())


def wipe() -> None:
    """Forget everything, in the browser too; only from a callback."""
    kept = session.remember(_Progress)
    kept.lessons, kept.num_wiped = {}, kept.num_wiped + 1


def as_data() -> dict[str, Any]:
    """Return what was done as plain JSON data, to be taken along."""
    return {
        page: {
            "opened": marks.opened,
            "done": marks.done,
            "tasks": sorted(marks.tasks),
            "predictions": marks.predictions,
        }
        for page, marks in progress().items()
    }


def keep() -> None:
    """Let the browser keep what was done; once on a page, at its end."""
    kept = session.remember(_Progress)
    keep_progress(written(kept.lessons), kept.num_wiped)
