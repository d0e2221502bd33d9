"""The bundled text for language models: "The Harbour Book", a log drawn from a seeded grammar of our own.

Its days have things worth imitating at every distance: spelling, quotation marks that must be closed, lines that
break before column 64, two people who belong to the day, a date that goes on by one.
"""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from seqviz.corpora.grammar import SLOT, draw, table

LINE_WIDTH = 64
NUM_DAYS = 210
FIRST_DAY = date(1871, 3, 1)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


@cache
def harbour_book(seed: int = 0, num_days: int = NUM_DAYS) -> str:
    """Write the book: one entry a day, about 400 characters each, the same for the same seed.

    Args:
        seed: seed of the random numbers.
        num_days: entries, at least 1.

    Returns:
        The text, lines of at most `LINE_WIDTH` characters, an empty line between the days.
    """
    generator = random.Random(seed)
    return "\n".join(_day(generator, FIRST_DAY + timedelta(days=day)) for day in range(num_days))


@dataclass
class _Entry:
    """One day in the making: who it is about, and which phrases it has used."""

    generator: random.Random
    lists: Mapping[str, Sequence[str]]
    fixed: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.fixed = {"a": self._fresh("people"), "b": self._fresh("people")}

    def write(self, patterns: str) -> str:
        """Draw one of the patterns and fill its slots, then mend the capitals."""
        filled = SLOT.sub(lambda slot: self._fill(slot[1]), self._fresh(patterns))
        return re.sub(r"^\"?[a-z]|(?<=[.?!] )[a-z]", lambda start: start[0].upper(), filled)

    def _fill(self, slot: str) -> str:
        name = slot.lower()
        phrase = self.fixed.get(name) or self._fresh("thing" if name == "other" else name)
        return phrase[0].upper() + phrase[1:] if slot[0].isupper() else phrase

    def _fresh(self, name: str) -> str:
        choice = draw(self.generator, [phrase for phrase in self.lists[name] if phrase not in self.used])
        self.used.add(choice)
        return choice


def _day(generator: random.Random, day: date) -> str:
    entry = _Entry(generator, table("harbour"))
    parts = [entry.write("opening"), entry.write("deed"), entry.write("talk"), entry.write("deed")]
    extra = generator.random()
    if extra < 0.6:
        parts.insert(2, entry.write("harbour"))
    if extra > 0.4:
        parts.append(entry.write("talk"))
    title = f"{_MONTHS[day.month - 1]} the {_ordinal(day.day)}, {day.year}."
    prose = textwrap.fill(" ".join(parts), LINE_WIDTH, break_on_hyphens=False)
    return f"{title}\n{prose}\n{_ending(entry)}"


def _ending(entry: _Entry) -> str:
    """A proverb on one day in four, a couplet on another, nothing on the rest."""
    chance = entry.generator.random()
    if chance < 0.25:
        return textwrap.fill(entry.write("proverb"), LINE_WIDTH) + "\n"
    if chance < 0.5:
        return f"  {entry.write('first')}\n  {draw(entry.generator, entry.lists['second'])}\n"
    return ""


def _ordinal(number: int) -> str:
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
