"""Small stories in which a word is settled by another one far away, before it or after it.

"I had a good time in France … I learned to speak some French": the country stands first. "The boys went to the pool
… then they got out of the water": what settles the place comes last. Between the two stands filler, as much as one
wants, which settles nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

COUNTRIES = {
    "france": "french",
    "spain": "spanish",
    "italy": "italian",
    "germany": "german",
    "japan": "japanese",
    "poland": "polish",
}
PLACES = {
    "pool": "got out of the pool",
    "library": "gave the books back",
    "cinema": "saw the end of the film",
    "kitchen": "ate the soup",
    "station": "took the train home",
    "garden": "watered the roses",
}
WHO = ("boys", "girls", "children", "students", "neighbours")
TIMES = ("good", "long", "quiet", "busy")
FILLERS = (
    "the weather was fine",
    "we met old friends",
    "the days were long",
    "my sister took many photographs",
    "nobody was in a hurry",
    "there was music in the street",
    "somebody told a joke",
    "it rained in the night",
)
MOST_FILLERS = 6

Kind = Literal["country", "place"]


@dataclass(frozen=True)
class Story:
    """A story and where its two linked words stand.

    Attributes:
        tokens: (num_tokens,).
        kind: which of the two stories it is.
        early: the place of the country, or of the place gone to.
        late: the place of the language, or of the last word of the ending.
    """

    tokens: tuple[str, ...]
    kind: Kind
    early: int
    late: int

    @property
    def asked(self) -> int:
        """The place of the word that only the other end settles."""
        return self.late if self.kind == "country" else self.early


def country_story(country: str, fillers: tuple[str, ...], time: str = "good") -> Story:
    """Tell of a stay in a country, with filler between it and its language."""
    begin = f"i had a {time} time in {country} ,".split()
    tokens = [*begin, *_filling(fillers), *f"and i learned to speak some {COUNTRIES[country]} .".split()]
    return Story(tuple(tokens), "country", len(begin) - 2, len(tokens) - 2)


def place_story(place: str, fillers: tuple[str, ...], who: str = "boys") -> Story:
    """Tell where some people went, with filler between it and what they did there in the end."""
    begin = f"the {who} went to the {place} ,".split()
    tokens = [*begin, *_filling(fillers), *f"and then they {PLACES[place]} .".split()]
    return Story(tuple(tokens), "place", len(begin) - 2, len(tokens) - 2)


def filling(number: int) -> tuple[str, ...]:
    """Return so many phrases of filler; they begin again when all have been used."""
    return tuple(FILLERS[k % len(FILLERS)] for k in range(number))


def _filling(fillers: tuple[str, ...]) -> list[str]:
    return [token for filler in fillers for token in [*filler.split(), ","]]


def draw_story(generator: np.random.Generator, most_fillers: int = MOST_FILLERS) -> Story:
    """Draw one of all stories; what fills it is drawn apart from what it is about, and short ones come more often."""
    num_fillers = int(generator.random() ** 2 * (most_fillers + 1))
    fillers = tuple(FILLERS[k] for k in generator.permutation(len(FILLERS))[:num_fillers])
    if generator.random() < 0.5:
        return country_story(_one_of(generator, tuple(COUNTRIES)), fillers, _one_of(generator, TIMES))
    return place_story(_one_of(generator, tuple(PLACES)), fillers, _one_of(generator, WHO))


def _one_of(generator: np.random.Generator, options: tuple[str, ...]) -> str:
    return options[int(generator.integers(len(options)))]


def all_words() -> tuple[str, ...]:
    """Return every word of the language, each once, in alphabetical order."""
    stories = [country_story(name, FILLERS, time) for name in COUNTRIES for time in TIMES]
    stories += [place_story(name, FILLERS, who) for name in PLACES for who in WHO]
    return tuple(sorted({token for story in stories for token in story.tokens}))
