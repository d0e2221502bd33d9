"""How far a person has come in the course, and with which lesson to go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seqviz.ui.progress.marks import Marks
from seqviz.ui.syllabus import Lesson


@dataclass(frozen=True)
class Standing:
    """How far a part of the course has come.

    Attributes:
        num_lessons: how many it has.
        num_done: in how many of them all tasks were checked.
        num_tasks: tasks checked in all of them.
        num_predictions: predictions made in all of them.
    """

    num_lessons: int
    num_done: int
    num_tasks: int
    num_predictions: int

    @property
    def share(self) -> float:
        """Share of the part's lessons that are done, 0 to 1."""
        return self.num_done / self.num_lessons


def standing(lessons: Sequence[Lesson], progress: Mapping[str, Marks]) -> Standing | None:
    """Return how far a part has come; None of a part whose pages are there to look things up.

    Args:
        lessons: of the part.
        progress: page -> what was done.
    """
    taught = [progress.get(lesson.page, Marks()) for lesson in lessons if lesson.goal]
    if not taught:
        return None
    return Standing(
        len(taught),
        sum(marks.done for marks in taught),
        sum(len(marks.tasks) for marks in taught),
        sum(len(marks.predictions) for marks in taught),
    )


def go_on_with(lessons: Sequence[Lesson], progress: Mapping[str, Marks]) -> Lesson | None:
    """Return the lesson that was opened last, or, where that is done, the next one that is not; None before the first.

    Args:
        lessons: of the whole course, in the order in which they are taught.
        progress: page -> what was done, the lesson opened last at the end.
    """
    taught = [lesson for lesson in lessons if lesson.goal]
    pages = [lesson.page for lesson in taught]
    opened = [page for page, marks in progress.items() if marks.opened and page in pages]
    if not opened:
        return None
    here = pages.index(opened[-1])
    left = [
        lesson for lesson in (*taught[here:], *taught[:here]) if not progress.get(lesson.page, Marks()).done
    ]
    return left[0] if left else None
