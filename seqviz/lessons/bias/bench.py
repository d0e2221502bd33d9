"""What the Bias page compares: vectors before and after a direction is taken out of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from seqviz.corpora.directions import WordSet, direction_of
from seqviz.embeddings.debias import BiasDirection, bias_direction, debias
from seqviz.embeddings.space import WordVectors
from seqviz.ui.vectors.source import Learned

MOST_WORDS_DEBIASED = 20_000


@dataclass(frozen=True)
class Bench:
    """All that the page compares.

    Attributes:
        before: the vectors as they came.
        after: the same words debiased.
        direction: what is taken out.
        sets: defining sets; the first names the ends.
        equalised: sets made symmetric.
        specific: words whose meaning it is, left as they are.
        neutral: the words looked at.
        strength: how far the vectors were debiased, in percent.
        of_the_world: whether they were learned from the small world, whose tilt is known.
    """

    before: WordVectors
    after: WordVectors
    direction: BiasDirection
    sets: list[WordSet]
    equalised: list[WordSet]
    specific: list[str]
    neutral: list[str]
    strength: int
    of_the_world: bool

    @property
    def ends(self) -> tuple[str, str]:
        """What the direction's low and high end are called: the first two words of the first set."""
        return self.sets[0][0], self.sets[0][1]

    @property
    def example(self) -> str:
        """Two words whose meaning is what the direction is about, the ends left out where there are others."""
        words = next((words for words in self.equalised if words != self.sets[0]), self.sets[0])
        return f"{words[0]} and {words[1]}"

    def fully_debiased(self) -> WordVectors:
        """Return the vectors without any of the direction."""
        if self.strength == 100:
            return self.after
        return debias(self.before, self.direction.axes, self.equalised, self.specific)

    @cached_property
    def meaning_it(self) -> list[str]:
        """The words whose meaning is what the direction is about: debiasing leaves it to them."""
        return list(dict.fromkeys([*self.specific, *(word for words in self.equalised for word in words)]))


def assemble(learned: Learned, sets: list[WordSet], neutral: Sequence[str], strength: int) -> Bench:
    """Find the direction that sets define and take it out.

    Args:
        learned: the vectors.
        sets: defining sets, all of known words.
        neutral: words that should have none of it, all known.
        strength: in percent.

    Raises:
        ValueError: if the sets show no direction.
    """
    vectors = learned.vectors.head(MOST_WORDS_DEBIASED)
    direction = bias_direction(vectors, sets)
    known = direction_of(sets)
    further = [words for words in known.equal if len(vectors.known(words)) == len(words)] if known else []
    equalised = _disjoint([*sets, *further], neutral)
    specific = [word for word in vectors.known(known.specific if known else ()) if word not in neutral]
    after = debias(vectors, direction.axes, equalised, specific, strength / 100)
    return Bench(
        vectors, after, direction, sets, equalised, specific, list(neutral), strength, learned.of_the_world
    )


def _disjoint(sets: Sequence[WordSet], neutral: Sequence[str]) -> list[WordSet]:
    """Keep the sets whose words occur in no earlier one and are not to be neutral."""
    used, kept = set(neutral), []
    for words in sets:
        if not used & set(words):
            kept.append(words)
            used |= set(words)
    return kept
