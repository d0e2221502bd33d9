"""Three long reviews of the kind that articles let their nets judge, written for the app."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "assets" / "text" / "long_reviews.toml"


@dataclass(frozen=True)
class InArticle:
    """What an article's net said of the article's own review in the same place.

    Attributes:
        probability: that it gave to the class it chose.
        answer: that class.
        right: whether it was.
    """

    probability: float
    answer: str
    right: bool


@dataclass(frozen=True)
class LongReview:
    """A review, and what its author meant.

    Attributes:
        title: what it is, in a few words.
        label: "negative" or "positive".
        text: the review.
        article: of a review of the same kind.
    """

    title: str
    label: str
    text: str
    article: InArticle


@cache
def long_reviews() -> tuple[LongReview, ...]:
    """Return them, in the article's order."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["reviews"]
    return tuple(
        LongReview(row["title"], row["label"], " ".join(row["text"].split()), InArticle(**row["article"]))
        for row in rows
    )
