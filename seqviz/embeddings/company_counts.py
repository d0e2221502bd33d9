"""How often some words of a text stand near each other, and what the ratio of two such shares tells.

Source: Pennington, Socher and Manning 2014, section 3: of two words, the ratio P(k | one) / P(k | other) tells the
words k that belong to either from those that belong to both or to neither.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seqviz.embeddings.blocks import FlatCorpus
from seqviz.text.intervals import share_interval


@dataclass(frozen=True)
class CompanyCounts:
    """How often words stand near each other.

    Attributes:
        words: all different.
        totals: (num_words,), X_i: how many words of the whole text stand near each, one counted as often as it does.
        counts: (num_words, num_words), X_ik, symmetric: how often each stands near each other one.
    """

    words: tuple[str, ...]
    totals: np.ndarray
    counts: np.ndarray

    def row(self, word: str) -> int | None:
        """Return a word's row, its lower-case form tried too; None where it is not counted."""
        return next((self.words.index(form) for form in (word, word.lower()) if form in self.words), None)


def count_company(
    corpus: FlatCorpus, vocabulary: Sequence[str], words: Sequence[str], window: int
) -> CompanyCounts:
    """Count what stands within a window of some words, every pair of places once.

    Args:
        corpus: the text, every word of it.
        vocabulary: its words, by id.
        words: those to be counted; the ones that do not occur are left out.
        window: the largest distance.
    """
    number = {word: i for i, word in enumerate(vocabulary)}
    chosen = [word for word in dict.fromkeys(words) if word in number]
    rows = np.full(len(vocabulary), -1)
    rows[[number[word] for word in chosen]] = np.arange(len(chosen))
    place = rows[corpus.word_ids]
    totals, counts = np.zeros(len(chosen), np.int64), np.zeros((len(chosen), len(chosen)), np.int64)
    for distance in range(1, min(window, len(corpus) - 1) + 1):
        together = corpus.text_ids[:-distance] == corpus.text_ids[distance:]
        left, right = place[:-distance][together], place[distance:][together]
        for side in (left, right):
            totals += np.bincount(side[side >= 0], minlength=len(chosen))
        both = (left >= 0) & (right >= 0)
        np.add.at(counts, (left[both], right[both]), 1)
    return CompanyCounts(tuple(chosen), totals, counts + counts.T)


@dataclass(frozen=True)
class Ratio:
    """What a probe word tells of two words.

    Attributes:
        probe: the word k.
        counts: X_ik and X_jk.
        shares: P(k | i) and P(k | j), from 0 to 1.
        ratio: of the two shares; infinite where only the first is above 0, nan where neither is.
        low: of the ratio's 95% interval; 0 at least.
        high: of the interval; may be infinite.
    """

    probe: str
    counts: tuple[int, int]
    shares: tuple[float, float]
    ratio: float
    low: float
    high: float


def ratio_of(company: CompanyCounts, one: int, other: int, probe: int) -> Ratio:
    """Return the ratio of a probe's shares near two words, with its interval.

    Given how often the probe stands near both together, the part near the first is binomial; Wilson's interval of it
    gives that of the ratio. Meetings are counted as if each were an observation of its own, which they nearly are.

    Args:
        company: the counts.
        one: row of the first word, which stands near something.
        other: row of the second word, likewise.
        probe: row of the probe.
    """
    a, b = int(company.counts[one, probe]), int(company.counts[other, probe])
    sizes = float(company.totals[one]), float(company.totals[other])
    shares = a / sizes[0], b / sizes[1]
    if a + b == 0:
        return Ratio(company.words[probe], (0, 0), shares, math.nan, 0.0, math.inf)
    ends = share_interval(a, a + b)
    low, high = (_odds(end) * sizes[1] / sizes[0] for end in (ends.low, ends.high))
    ratio = _odds(a / (a + b)) * sizes[1] / sizes[0]
    return Ratio(company.words[probe], (a, b), shares, ratio, low, high)


def _odds(share: float) -> float:
    return share / (1 - share) if share < 1 else math.inf
