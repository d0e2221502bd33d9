"""Gender in word vectors: its direction, and taking it out of words.

Source: Bolukbasi et al. 2016, "Man is to Computer Programmer as Woman is to Homemaker?".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seqviz.embeddings.space import WordVectors, to_unit


@dataclass(frozen=True)
class BiasDirection:
    """The direction along which the words of definitional pairs differ.

    Attributes:
        direction: (dim,), length 1, from the pairs' first to their second words.
        explained: share of variance on each principal component of the centred pairs, largest first.
    """

    direction: np.ndarray
    explained: np.ndarray


def bias_direction(vectors: WordVectors, pairs: Sequence[tuple[str, str]]) -> BiasDirection:
    """Find the direction of a bias: the first principal component of the words, centred within each pair.

    Centring within the pair leaves plus and minus half of each difference, so this is the uncentred singular
    value decomposition of the differences. Centring the differences themselves would remove the direction
    sought.

    Args:
        vectors: the words.
        pairs: definitional pairs, for example ("she", "he").

    Raises:
        ValueError: if there is no pair, or the words of every pair have one and the same vector.
    """
    if not pairs:
        raise ValueError("A direction needs at least one pair of words, but there is none.")
    first, second = (vectors.units[vectors.rows([pair[side] for pair in pairs])] for side in (0, 1))
    centre = (first + second) / 2
    centred = np.concatenate([first - centre, second - centre]).astype(np.float64)  # (2 * num_pairs, dim)
    _, sizes, axes = np.linalg.svd(centred, full_matrices=False)
    if sizes[0] < 1e-9:
        raise ValueError("The pairs show no direction: the words of each pair have the same vector.")
    towards_second = ((second - first) @ axes[0]).sum()
    return BiasDirection(axes[0] * (1.0 if towards_second >= 0 else -1.0), sizes**2 / (sizes**2).sum())


def component(vectors: np.ndarray, direction: np.ndarray) -> np.ndarray:
    """Return how far vectors reach along a unit direction, (...,) for vectors (..., dim)."""
    return vectors @ direction


def neutralise(vectors: np.ndarray, direction: np.ndarray, strength: float = 1.0) -> np.ndarray:
    """Take (part of) a direction out of vectors and return them to length 1.

    Args:
        vectors: (num_words, dim).
        direction: (dim,), length 1.
        strength: 0 leaves them as they are, 1 removes the direction wholly.

    Returns:
        (num_words, dim). At strength 1 every component along the direction is 0.
    """
    return to_unit(vectors - strength * component(vectors, direction)[..., None] * direction)


def equalise(
    first: np.ndarray, second: np.ndarray, direction: np.ndarray, strength: float = 1.0
) -> np.ndarray:
    """Make two words differ along the direction only, symmetrically about its zero.

    Args:
        first: (dim,), length 1.
        second: (dim,), length 1.
        direction: (dim,), length 1.
        strength: 0 leaves them as they are, 1 makes them exactly symmetric; between, a mixture at length 1.

    Returns:
        (2, dim), both of length 1. At strength 1 every vector without the direction is equally far from both.
    """
    middle = (first + second) / 2
    shared = (
        middle - component(middle, direction) * direction
    )  # what they have in common, without the direction
    reach = np.sqrt(max(0.0, 1.0 - float(shared @ shared)))
    side = 1.0 if component(first, direction) >= component(second, direction) else -1.0
    equal = np.stack([shared + side * reach * direction, shared - side * reach * direction])
    return to_unit((1.0 - strength) * np.stack([first, second]) + strength * equal)


def debias(
    vectors: WordVectors,
    direction: np.ndarray,
    equalised: Sequence[tuple[str, str]],
    gendered: Sequence[str],
    strength: float = 1.0,
) -> WordVectors:
    """Neutralise all words but the gendered ones, then equalise pairs ("hard debiasing").

    Args:
        vectors: the words.
        direction: (dim,), length 1.
        equalised: pairs that shall stay gendered, but evenly.
        gendered: further words whose meaning is gendered, left as they are.
        strength: 0 to 1, see `neutralise` and `equalise`.

    Returns:
        All words at length 1, in the same order.
    """
    units = vectors.units.astype(np.float64)
    pairs = [vectors.rows(pair) for pair in equalised]
    spared = {row for pair in pairs for row in pair} | set(vectors.rows(vectors.known(gendered)))
    neutral = [row for row in range(len(vectors)) if row not in spared]
    changed = units.copy()
    changed[neutral] = neutralise(units[neutral], direction, strength)
    for a, b in pairs:
        changed[[a, b]] = equalise(units[a], units[b], direction, strength)
    return WordVectors(vectors.words, changed)
