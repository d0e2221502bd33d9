"""Texts as rows of counts: the document-term matrix of words and n-grams, kept sparse."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

import numpy as np
from scipy.sparse import csr_matrix

from seqviz.text.word_patterns import JOINERS, may_hold_marks, one_of

#: A word: letters and digits of any script, apostrophes within it.
TERM = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")


@dataclass(frozen=True)
class CountMatrix:
    """How often each term comes in each document.

    Attributes:
        terms: one for each column, in alphabetical order (by code point, as scikit-learn has them).
        counts: (num_documents, num_terms) int64, sparse.
    """

    terms: tuple[str, ...]
    counts: csr_matrix

    @property
    def lengths(self) -> np.ndarray:
        """Terms in each document, (num_documents,) int64."""
        return np.asarray(self.counts.sum(axis=1)).ravel()

    @property
    def document_frequencies(self) -> np.ndarray:
        """Documents that hold each term, (num_terms,) int64."""
        return np.bincount(self.counts.indices, minlength=len(self.terms))

    @property
    def zero_share(self) -> float:
        """Share of the cells that are 0, from 0 to 1; 0 for a matrix without cells."""
        num_cells = self.counts.shape[0] * self.counts.shape[1]
        return 1 - self.counts.nnz / num_cells if num_cells else 0.0


def terms_of(text: str) -> list[str]:
    """Cut a text into lower-case words, one-letter words kept and punctuation dropped.

    A letter's marks belong to it, also where they are signs of their own: "हिन्दी" is one word, not three letters.
    """
    lowered = text.lower()
    return (_marked_term() if may_hold_marks(lowered) else TERM).findall(lowered)


@cache
def _marked_term() -> re.Pattern[str]:
    """`TERM` with the marks and joiners that stand among the letters of many scripts."""
    letters = rf"[^\W_](?:[^\W_]|{one_of('M', JOINERS)})*+"
    return re.compile(rf"{letters}(?:['\u2019]{letters})*+")


def n_grams(terms: Sequence[str], n: int) -> list[str]:
    """Return each run of n consecutive terms, joined by spaces, in text order.

    Raises:
        ValueError: if n is below 1.
    """
    if n < 1:
        raise ValueError(f"an n-gram holds at least 1 term, not {n}")
    return list(terms) if n == 1 else [" ".join(gram) for gram in zip(*(terms[k:] for k in range(n)))]  # noqa: B905


def count_terms(texts: Sequence[str], shortest: int = 1, longest: int = 1) -> CountMatrix:
    """Count the n-grams of some texts.

    Args:
        texts: the documents.
        shortest: the least n.
        longest: the greatest n.

    Returns:
        The matrix; without columns if the texts hold no words.

    Raises:
        ValueError: if shortest is below 1 or above longest.
    """
    if not 1 <= shortest <= longest:
        raise ValueError(f"n-grams run from at least 1 upwards, not from {shortest} to {longest}")
    first_seen: defaultdict[str, int] = defaultdict()
    first_seen.default_factory = first_seen.__len__
    columns = [
        np.fromiter(map(first_seen.__getitem__, grams), np.int32)
        for grams in _grams(texts, shortest, longest)
    ]
    return _sorted_matrix(columns, list(first_seen))


def _grams(texts: Sequence[str], shortest: int, longest: int) -> Iterator[Sequence[str]]:
    for text in texts:
        terms = terms_of(text)
        yield (
            terms
            if longest == 1
            else list(chain.from_iterable(n_grams(terms, n) for n in range(shortest, longest + 1)))
        )


def _sorted_matrix(columns: Sequence[np.ndarray], terms: list[str]) -> CountMatrix:
    """Add up equal columns of each row, and put the columns in alphabetical order."""
    order = sorted(range(len(terms)), key=terms.__getitem__)
    place = np.empty(len(terms), dtype=np.int32)
    place[order] = np.arange(len(terms), dtype=np.int32)
    starts = np.cumsum([0, *map(len, columns)])
    indices = place[np.concatenate(columns)] if len(terms) else np.empty(0, np.int32)
    ones = np.ones(len(indices), dtype=np.int64)
    counts = csr_matrix((ones, indices, starts), shape=(len(columns), len(terms)))
    counts.sum_duplicates()
    return CountMatrix(tuple(terms[index] for index in order), counts)
