"""The grammar of the bundled reviews: patterns with slots, filled with words that agree.

A pattern says `{for}` where a word on the side of the verdict goes and `{against}` where one of the other side goes, so
the same patterns, and all the words around the slots, serve good and bad reviews alike.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

TABLES = Path(__file__).resolve().parents[2] / "assets" / "corpora"
SLOT = re.compile(r"\{([^}]+)\}")
KINDS = ("whole", "story", "performers", "staff", "food", "place", "device", "sound", "craft", "value")

_Item = TypeVar("_Item")


@cache
def table(name: str) -> Mapping[str, Any]:
    """Read one table of the grammar from assets/corpora."""
    return tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf-8"))


def draw(generator: random.Random, items: Sequence[_Item]) -> _Item:
    """Draw one item by `random()`, the one method whose numbers Python promises never to change."""
    return items[int(generator.random() * len(items))]


@dataclass(frozen=True)
class Noun:
    """What is spoken of: its word, its kind (which adjectives fit) and its pronoun."""

    word: str
    kind: str
    pronoun: str = "it"


@cache
def aspects(topic: str) -> tuple[Noun, ...]:
    """The aspects of a topic, sorted by kind in topics.toml; "+" marks a plural there, "/she" a person."""
    return tuple(_noun(entry, kind) for kind in KINDS for entry in table("topics")[topic].get(kind, ()))


def _noun(entry: str, kind: str) -> Noun:
    if entry.endswith("+"):
        return Noun(entry[:-1], kind, "they")
    word, _, person = entry.partition("/")
    return Noun(word, kind, person or "it")


@dataclass
class Review:
    """One review in the making: what was said so far decides what may follow.

    Attributes:
        topic: a table of topics.toml.
        positive: the verdict.
        generator: draws every choice.
    """

    topic: str
    positive: bool
    generator: random.Random
    noun: Noun = field(init=False)
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.thing = Noun(self._fresh(table("topics")[self.topic]["things"]), "whole")
        self.noun = self.thing

    def write(self, pattern: str) -> str:
        """Fill the slots from left to right, then mend articles and capitals."""
        return _capitals(_articles(SLOT.sub(lambda slot: self._fill(slot[1]), pattern)))

    def _fill(self, slot: str) -> str:
        name, _, side = slot.rpartition(" ")
        if side in ("for", "against"):
            return self._judge(name, "good" if self.positive == (side == "for") else "bad")
        if slot in ("aspect", "other", "thing"):
            return self._name(slot)
        if slot in ("was", "is", "it", "them"):
            return self._agree(slot)
        source = table("topics")[self.topic] if slot == "during" else table("phrases")
        return self._fresh(source[slot])

    def _name(self, slot: str) -> str:
        if slot == "thing":
            self.noun = self.thing
            return self.noun.word
        self.noun = draw(self.generator, [noun for noun in aspects(self.topic) if noun.word not in self.used])
        self.used.add(self.noun.word)
        return f"the {self.noun.word}"

    def _agree(self, slot: str) -> str:
        if slot == "it":
            return self.noun.pronoun
        if slot == "them":
            return {"it": "it", "they": "them", "she": "her", "he": "him"}[self.noun.pronoun]
        return {"was": "were", "is": "are"}[slot] if self.noun.pronoun == "they" else slot

    def _judge(self, manner: str, side: str) -> str:
        if manner in ("liked", "like", "delight"):
            return self._fresh(table("phrases")[manner][side])
        adjective = self._fresh(table("adjectives")[self.noun.kind][side])
        if not manner:
            return adjective
        degree = "truly" if adjective in table("adjectives")["absolute"] else "very"
        return f"{self._fresh(table('adjectives')[degree])} {adjective}"

    def _fresh(self, choices: Sequence[str]) -> str:
        choice = draw(self.generator, [word for word in choices if word not in self.used])
        self.used.add(choice)
        return choice


def _articles(text: str) -> str:
    return re.sub(r"\b([Aa]) (?=[aeio]|u(?!s|ni))", r"\1n ", text)


def _capitals(text: str) -> str:
    return re.sub(r"(?:^|(?<=[.!?] ))[a-z]", lambda letter: letter[0].upper(), text)
