"""A task of a lesson: what to do, how the controls stand at its beginning, and how it is seen that it was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

#: What a lesson's checks look at: a class of its own, with the settings and numbers that are on the screen.
Screen = TypeVar("Screen")


@dataclass(frozen=True)
class Result:
    """What a check has found.

    Attributes:
        is_done: whether the task is done.
        said: the numbers by which it is seen, or what is still missing: a sentence or two of Markdown.
    """

    is_done: bool
    said: str


def done(said: str) -> Result:
    """Return the result of a task that is done; `said` tells by which numbers that is seen."""
    return Result(True, said)


def missing(said: str) -> Result:
    """Return the result of a task that is not done yet; `said` tells what is there and what is still missing."""
    return Result(False, said)


@dataclass(frozen=True)
class Task(Generic[Screen]):
    """Something to try.

    Attributes:
        sentence: what to do, and what to look for; Markdown.
        values: control's key -> the value with which the task begins, as the control itself holds it. They leave
            something to do: a task is not done by setting it up.
        check: looks at what is on the screen and tells whether the task is done. It trains nothing and is quick.
    """

    sentence: str
    values: Mapping[str, Any]
    check: Callable[[Screen], Result]
