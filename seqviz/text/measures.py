"""Measures of a vocabulary: frequencies, Zipf's line, the share of unknown words, sparsity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Frequencies:
    """Different tokens by how often they come.

    Attributes:
        tokens: most frequent first, ties in alphabetical order.
        counts: (num_different,) int64, how often each comes.
    """

    tokens: tuple[str, ...]
    counts: np.ndarray

    @property
    def num_once(self) -> int:
        """How many tokens come exactly once."""
        return int((self.counts == 1).sum())


@dataclass(frozen=True)
class ZipfLine:
    """A straight line through log frequency against log rank: frequency = scale * rank ** slope."""

    slope: float
    scale: float


def frequencies(tokenised: Iterable[Sequence[str]]) -> Frequencies:
    """Count the tokens of some texts."""
    counter = Counter(token for tokens in tokenised for token in tokens)
    ranked = sorted(counter.items(), key=lambda entry: (-entry[1], entry[0]))
    return Frequencies(
        tuple(token for token, _ in ranked), np.array([count for _, count in ranked], dtype=np.int64)
    )


def zipf_line(counts: np.ndarray) -> ZipfLine:
    """Fit a straight line through log frequency against log rank by least squares.

    The ranks are taken at even steps of their logarithm, so that the many rare words do not outvote the
    few frequent ones. Zipf found a slope near -1.

    Args:
        counts: (num_different,), most frequent first.

    Raises:
        ValueError: if there are fewer than two different tokens.
    """
    if len(counts) < 2:
        raise ValueError(f"a line needs two different tokens, not {len(counts)}")
    ranks = np.unique(np.geomspace(1, len(counts), 60).astype(np.int64))
    slope, intercept = np.polyfit(np.log(ranks), np.log(counts[ranks - 1]), 1)
    return ZipfLine(float(slope), float(np.exp(intercept)))


def unknown_share(known: Frequencies, tokens: Sequence[str], sizes: np.ndarray) -> np.ndarray:
    """Return which share of some tokens has no id of its own, for vocabularies of several sizes.

    Args:
        known: the texts that the vocabulary is made of; the most frequent tokens get in first.
        tokens: the tokens to look up; better from other texts than those.
        sizes: (num_sizes,), how many tokens the vocabulary holds, the special ones not counted.

    Returns:
        Shares, (num_sizes,) from 0 to 1.

    Raises:
        ValueError: if there are no tokens to look up.
    """
    if not tokens:
        raise ValueError("a share of unknown words needs at least one word to look up")
    rank = {token: position for position, token in enumerate(known.tokens)}
    ranks = np.array([rank.get(token, len(rank)) for token in tokens])
    seen = np.cumsum(np.bincount(ranks, minlength=len(rank) + 1)[: len(rank)])  # tokens of rank <= k
    covered = np.concatenate([[0], seen])[np.minimum(sizes, len(rank))]
    return 1 - covered / len(tokens)


@dataclass(frozen=True)
class Growth:
    """A corpus read text by text.

    Attributes:
        num_texts: (num_points,), texts read so far.
        num_words: (num_points,), different words so far: the columns of the count matrix.
        zero_share: (num_points,), share of the matrix's cells that are 0.
    """

    num_texts: np.ndarray
    num_words: np.ndarray
    zero_share: np.ndarray


def growth(tokenised: Sequence[Sequence[str]], num_points: int = 40) -> Growth:
    """Follow the vocabulary and the zeros of the count matrix as a corpus grows.

    Raises:
        ValueError: if there are no texts, or no words in them.
    """
    known: set[str] = set()
    words, filled = [], []
    for tokens in tokenised:
        different = set(tokens)
        known |= different
        words.append(len(known))
        filled.append(len(different))
    if not known:
        raise ValueError("a corpus needs at least one word to grow")
    points = np.unique(np.geomspace(1, len(words), num_points).astype(np.int64))
    columns = np.array(words)[points - 1]
    cells = np.cumsum(filled)[points - 1]
    return Growth(points, columns, 1 - cells / np.maximum(points * columns, 1))
