"""Bias in word vectors: its direction, taking it out of words, and how much of a similarity is owed to it.

Source: Bolukbasi et al. 2016, "Man is to Computer Programmer as Woman is to Homemaker?"; several axes as in Manzini
et al. 2019, "Black is to Criminal as Caucasian is to Police".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seqviz.embeddings.space import WordVectors, to_unit


@dataclass(frozen=True)
class BiasDirection:
    """The direction along which the words of defining sets differ, and what else they differ in.

    Attributes:
        axes: (num_axes, dim), orthonormal; the first points from the sets' first to their last words. Pairs define one
            axis, sets of m words m - 1.
        explained: share of variance on each principal component of the centred sets, largest first.
    """

    axes: np.ndarray
    explained: np.ndarray

    @property
    def direction(self) -> np.ndarray:
        """The first axis, (dim,), length 1."""
        return np.asarray(self.axes[0])


def bias_direction(vectors: WordVectors, sets: Sequence[Sequence[str]]) -> BiasDirection:
    """Find what a bias is about: the principal components of the words, centred within each set.

    For pairs, centring leaves plus and minus half of each difference, so this is the uncentred singular value
    decomposition of the differences. Centring the differences themselves would remove the direction sought.

    Args:
        vectors: the words.
        sets: words that differ only in what is sought, for example ("she", "he"); two or more each.

    Raises:
        ValueError: if there is no set, or the words of every set have one and the same vector.
    """
    if not sets:
        raise ValueError("A direction needs at least one pair of words, but there is none.")
    units = [vectors.units[vectors.rows(words)].astype(np.float64) for words in sets]
    centred = np.concatenate([each - each.mean(axis=0) for each in units])  # (num_words_of_sets, dim)
    _, sizes, axes = np.linalg.svd(centred, full_matrices=False)
    if sizes[0] < 1e-9:
        raise ValueError("The pairs show no direction: the words of each pair have the same vector.")
    num_axes = min(max(map(len, sets)) - 1, int((sizes > 1e-9).sum()))
    towards_last = sum(float((each[-1] - each[0]) @ axes[0]) for each in units)
    signs = np.array([1.0 if towards_last >= 0 else -1.0, *[1.0] * (num_axes - 1)])
    return BiasDirection(axes[:num_axes] * signs[:, None], sizes**2 / (sizes**2).sum())


def component(vectors: np.ndarray, direction: np.ndarray) -> np.ndarray:
    """Return how far vectors reach along a unit direction, (...,) for vectors (..., dim)."""
    return vectors @ direction


def along(vectors: np.ndarray, axes: np.ndarray) -> np.ndarray:
    """Return the part of vectors that lies along some orthonormal axes, in the vectors' shape.

    Args:
        vectors: (..., dim).
        axes: (num_axes, dim), or (dim,) for one.
    """
    axes = np.atleast_2d(axes)
    return np.asarray((vectors @ axes.T) @ axes)


def neutralise(vectors: np.ndarray, axes: np.ndarray, strength: float = 1.0) -> np.ndarray:
    """Take (part of) a direction out of vectors and return them to length 1.

    Args:
        vectors: (num_words, dim).
        axes: (dim,) of length 1, or (num_axes, dim), orthonormal.
        strength: 0 leaves them as they are, 1 removes the direction wholly.

    Returns:
        (num_words, dim). At strength 1 every component along the direction is 0.
    """
    return to_unit(vectors - strength * along(vectors, axes))


def equalise(words: np.ndarray, axes: np.ndarray, strength: float = 1.0) -> np.ndarray:
    """Make the words of a set differ along the direction only, all equally far from its zero.

    Args:
        words: (num_words, dim), two or more of length 1.
        axes: (dim,) of length 1, or (num_axes, dim), orthonormal.
        strength: 0 leaves them as they are, 1 makes them exactly symmetric; between, a mixture at length 1.

    Returns:
        (num_words, dim), all of length 1. At strength 1 every vector without the direction is equally far from all.
    """
    middle = words.mean(axis=0)
    shared = middle - along(middle, axes)  # what they have in common, without the direction
    reach = np.sqrt(max(0.0, 1.0 - float(shared @ shared)))
    sides = to_unit(along(words, axes) - along(middle, axes))
    return to_unit((1.0 - strength) * words + strength * (shared + reach * sides))


def debias(
    vectors: WordVectors,
    axes: np.ndarray,
    equalised: Sequence[Sequence[str]],
    specific: Sequence[str],
    strength: float = 1.0,
) -> WordVectors:
    """Neutralise all words but the specific ones, then equalise sets ("hard debiasing").

    Args:
        vectors: the words.
        axes: (dim,) of length 1, or (num_axes, dim), orthonormal.
        equalised: sets that shall keep what the direction is about, but evenly.
        specific: further words that mean it, left as they are.
        strength: 0 to 1, see `neutralise` and `equalise`.

    Returns:
        All words at length 1, in the same order.
    """
    units = vectors.units.astype(np.float64)
    sets = [vectors.rows(words) for words in equalised]
    is_neutral = np.ones(len(vectors), dtype=bool)
    is_neutral[[row for rows in sets for row in rows] + vectors.rows(vectors.known(specific))] = False
    changed = units.copy()
    changed[is_neutral] = neutralise(units[is_neutral], axes, strength)
    for rows in sets:
        changed[rows] = equalise(units[rows], axes, strength)
    return WordVectors(vectors.words, changed)


def indirect_bias(word: np.ndarray, other: np.ndarray, axes: np.ndarray) -> float:
    """Return which share of two words' similarity is owed to the direction: beta of Bolukbasi et al. 2016.

    It compares their cosine with the cosine of what is left of them without the direction: 1 where nothing else makes
    them similar, 0 where the direction has no part in it, below 0 where it keeps them apart.

    Args:
        word: (dim,), length 1.
        other: (dim,), length 1.
        axes: (dim,) of length 1, or (num_axes, dim), orthonormal.

    Returns:
        The share; nan where the words are at right angles.
    """
    similarity = float(word @ other)
    if abs(similarity) < 1e-12:
        return float("nan")
    left = neutralise(word, axes) @ neutralise(other, axes)
    return (similarity - float(left)) / similarity
