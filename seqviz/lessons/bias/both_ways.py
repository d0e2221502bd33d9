"""One analogy asked both ways: "he is to X as she is to ...?" and "she is to X as he is to ...?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seqviz.embeddings.space import Neighbour, WordVectors
from seqviz.lessons.bias.bench import Bench

NUM_ANSWERS = 6


@dataclass(frozen=True)
class Answers:
    """What the question gives for either end of a direction, nearest first.

    Attributes:
        for_low: the answers for the low end, such as *she*.
        for_high: the answers for the high end, such as *he*.
    """

    for_low: tuple[Neighbour, ...]
    for_high: tuple[Neighbour, ...]


def ask(vectors: WordVectors, word: str, ends: tuple[str, str], left_out: Sequence[str] = ()) -> Answers:
    """Ask both ways.

    Args:
        vectors: the words.
        word: the X of the question.
        ends: low and high.
        left_out: words that do not count as answers, beside the three asked.
    """
    low, high = (_ranked(vectors, word, ends[k], ends[1 - k], left_out) for k in (0, 1))
    return Answers(low[:NUM_ANSWERS], high[:NUM_ANSWERS])


def places(bench: Bench, vectors: WordVectors, word: str, answer: str) -> tuple[int, int]:
    """Return the place of an answer for the low and for the high end, from 1, words that mean the direction left out.

    Args:
        bench: whose ends are asked.
        vectors: before or after debiasing.
        word: the X of the question.
        answer: a word that does not mean the direction.
    """
    found = []
    for end, other in (bench.ends, bench.ends[::-1]):
        cosines = vectors.units @ (vectors.unit(word) - vectors.unit(other) + vectors.unit(end))
        counts = np.ones(len(vectors), dtype=bool)
        counts[vectors.rows([word, *bench.ends, *bench.meaning_it])] = False
        nearer = (
            cosines > cosines[vectors.find(answer)] + 1e-9
        )  # the same arithmetic gives either end its own dust
        found.append(1 + int((nearer & counts).sum()))
    return found[0], found[1]


def _ranked(
    vectors: WordVectors, word: str, end: str, other: str, left_out: Sequence[str]
) -> tuple[Neighbour, ...]:
    target = vectors.unit(word) - vectors.unit(other) + vectors.unit(end)
    return vectors.nearest_to(target, NUM_ANSWERS, vectors.rows([word, end, other, *left_out]))
