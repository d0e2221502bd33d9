"""The words of the course, read from `assets/glossary.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parents[3] / "assets" / "glossary.toml"


@dataclass(frozen=True)
class Part:
    """Words that belong together.

    Attributes:
        title: what they are about.
        terms: word -> its meaning, Markdown.
    """

    title: str
    terms: dict[str, str]


@cache
def glossary() -> tuple[Part, ...]:
    """Return the whole glossary, in the order of the course."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(Part(part["title"], part["terms"]) for part in data["part"])


def look_up(wanted: str) -> list[Part]:
    """Return the parts with only those terms whose word or meaning holds the text, whatever its case."""
    needle = wanted.strip().casefold()
    found = (
        Part(
            part.title,
            {word: text for word, text in part.terms.items() if needle in f"{word} {text}".casefold()},
        )
        for part in glossary()
    )
    return [part for part in found if part.terms]
