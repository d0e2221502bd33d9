"""Pairs of sentences in nearly the same words, of which one praises and the other complains."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

from seqviz.corpora.grammar import Review, draw, table

Kind = Literal["reordered", "negated", "negated at a distance"]

#: Clauses around "but", which change places; the one after it decides.
_AROUND_BUT = (
    "{aspect} {was} {against}, but {other} {was} {for}.",
    "{aspect} {was} {against} {during}, but {other} {was} {for}.",
    "{aspect} {was} {very against}, but {other} {was} {very for}.",
)
#: (pattern, words as they stand, words with a negation)
_NEGATED = (
    ("I found {aspect} {for} {during}.", "I found", "I did not find"),
    ("The {thing} was {for}, {aside}.", " was ", " was not "),
    ("This {thing} is {for}.", " is ", " is not "),
)
_FAR = (
    ("We found {aspect}, {aside}, {for} {during}.", "We found", "Hardly anyone found"),
    ("We thought, {aside}, that {aspect} {was} {for}.", "We thought", "Nobody thought"),
    ("I said {during} that {aspect} {was} {for}.", "I said", "At no point did I say"),
)


@dataclass(frozen=True)
class Contrast:
    """Two sentences.

    Attributes:
        praise: the positive one.
        complaint: the negative one.
    """

    praise: str
    complaint: str


def contrasts(kind: Kind, count: int, seed: int) -> list[Contrast]:
    """Draw pairs of a kind.

    Args:
        kind: "reordered": the same words in another order; "negated": a negation right before what it negates;
            "negated at a distance": with words between.
        count: of pairs.
        seed: of the choice of patterns and words.
    """
    generator = random.Random(f"{kind} {seed}")
    pair = _reordered if kind == "reordered" else _negated
    patterns = {"negated": _NEGATED, "negated at a distance": _FAR}.get(kind, ())
    return [pair(generator, patterns) for _ in range(count)]


def _reordered(generator: random.Random, _: object) -> Contrast:
    praise = _written(generator, draw(generator, _AROUND_BUT))
    first, second = praise.removesuffix(".").split(", but ")
    return Contrast(praise, f"{second[0].upper()}{second[1:]}, but {first[0].lower()}{first[1:]}.")


def _negated(generator: random.Random, patterns: tuple[tuple[str, str, str], ...]) -> Contrast:
    pattern, plain, negated = draw(generator, patterns)
    praise = _written(generator, pattern)
    return Contrast(praise, praise.replace(plain, negated, 1))


def _written(generator: random.Random, pattern: str) -> str:
    topic = draw(generator, tuple(table("topics")))
    return Review(topic, True, generator).write(pattern)
