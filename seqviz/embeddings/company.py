"""The company that words keep: which words never meet and yet stand among the same others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from seqviz.embeddings.space import WordVectors

ALIKE = 0.01  # share of the pairs that never meet which is taken for those of like company


@dataclass(frozen=True)
class SecondOrder:
    """How near words are that never meet but keep like company, beside all pairs of words.

    Attributes:
        num_pairs: all pairs of two words.
        num_never: those that share no sentence.
        mean: cosine of all pairs, mean.
        high: cosine below which nine in ten of all pairs lie.
        alike: cosine of those that never meet and whose company is most alike (one in a hundred of them), mean; nan
            if every two words meet.
    """

    num_pairs: int
    num_never: int
    mean: float
    high: float
    alike: float


def meetings(sentences: Sequence[Collection[str]], words: Sequence[str]) -> np.ndarray:
    """Count in how many sentences each two words stand together, (num_words, num_words); 0 on the diagonal."""
    column = {word: k for k, word in enumerate(words)}
    holds = np.zeros((len(sentences), len(words)), np.float32)
    for row, sentence in enumerate(sentences):
        holds[row, [column[word] for word in set(sentence) if word in column]] = 1.0
    together = holds.T @ holds
    np.fill_diagonal(together, 0.0)
    return together


def likeness_of_company(together: np.ndarray) -> np.ndarray:
    """Return how alike the company of each two words is, (num_words, num_words), 0 to 1.

    A word's company is how often it meets each other word, as shares; two are compared by the sum over all words of
    the root of the product of their shares (Bhattacharyya 1943).
    """
    shares = together / np.maximum(together.sum(axis=1, keepdims=True), 1.0)
    roots = np.sqrt(shares)
    return roots @ roots.T


def second_order(vectors: WordVectors, sentences: Sequence[Collection[str]]) -> SecondOrder:
    """Measure how near words are that never meet and keep like company.

    Args:
        vectors: at least two words.
        sentences: each the words that stand in it.
    """
    together = meetings(sentences, vectors.words)
    each = np.triu_indices(len(vectors), 1)
    cosines = (vectors.units @ vectors.units.T)[each]
    never = together[each] == 0
    alike = float("nan")
    if never.any():
        likeness = likeness_of_company(together)[each][never]
        alike = float(cosines[never][likeness >= np.quantile(likeness, 1 - ALIKE)].mean())
    return SecondOrder(
        len(cosines), int(never.sum()), float(cosines.mean()), float(np.quantile(cosines, 0.9)), alike
    )
