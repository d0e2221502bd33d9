"""Directions along which vectors may be biased: sets of words that define them, words that should have none.

The words stand in assets/corpora/directions.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).resolve().parents[2] / "assets" / "corpora" / "directions.toml"

WordSet = tuple[str, ...]


@dataclass(frozen=True)
class Direction:
    """What a bias is about.

    Attributes:
        title: what people call it.
        sets: words that differ only in it, two or more each; the first set names its ends.
        equal: further sets that debiasing makes symmetric.
        specific: words that mean it, which debiasing leaves as they are.
        neutral: words that should have none of it.
        asked: the word of the opening question.
    """

    title: str
    sets: tuple[WordSet, ...]
    equal: tuple[WordSet, ...]
    specific: WordSet
    neutral: WordSet
    asked: str


@cache
def directions() -> dict[str, Direction]:
    """Return the directions that come with the app, by name: gender, religion, wealth."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {
        name: Direction(
            title=one["title"],
            sets=tuple(map(tuple, one["sets"])),
            equal=tuple(map(tuple, one["equal"])),
            specific=tuple(one["specific"]),
            neutral=tuple(one["neutral"]),
            asked=one["asked"],
        )
        for name, one in table.items()
    }


def direction_of(sets: Sequence[WordSet]) -> Direction | None:
    """Return the direction that some sets define: the one of which they hold the first set, or None."""
    return next((one for one in directions().values() if one.sets[0] in sets), None)
