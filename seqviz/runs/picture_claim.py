"""What a picture is there to show: a sentence, and whether the picture's own numbers bear it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Numbers = TypeVar("Numbers")


@dataclass(frozen=True)
class PictureClaim(Generic[Numbers]):
    """A sentence about a picture that its numbers decide.

    A lesson whose first picture shows the opposite of what the lesson says teaches the opposite; so each says what
    it means to show, and what is not so is neither bundled nor passes the tests.

    Attributes:
        sentence: what the picture shows, in the present tense.
        holds: tells whether it does, from the numbers that are drawn and nothing else.
    """

    sentence: str
    holds: Callable[[Numbers], bool]
