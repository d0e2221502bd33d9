"""Gender in word vectors: its direction, taking it out of words, and why that does not make them neutral.

Source: Bolukbasi et al. 2016, "Man is to Computer Programmer as Woman is to Homemaker?"; the counter-test
    follows
Gonen and Goldberg 2019, "Lipstick on a Pig".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score

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


@dataclass(frozen=True)
class Recovery:
    """How well the old bias can be read off words that were neutralised.

    Attributes:
        before: share of words whose side a classifier tells right from the original vectors
            (cross-validated).
        after: the same from the debiased vectors; 0.5 is chance.
        neighbours_before: mean share of a word's nearest fellow words that lean to the same side, original.
        neighbours_after: the same after debiasing.
    """

    before: float
    after: float
    neighbours_before: float
    neighbours_after: float


def recover(
    original: WordVectors,
    debiased: WordVectors,
    words: Sequence[str],
    direction: np.ndarray,
    how_many: int = 10,
) -> Recovery:
    """Test whether the side that words leant to can still be told after debiasing.

    The words that lean most to either side (the same number each) are taken; a logistic regression,
    cross-validated, tries to tell the sides apart, and the nearest fellow words of each are counted.

    Args:
        original: vectors before.
        debiased: vectors after, same words.
        words: neutral words to test, at least eight.
        direction: (dim,), the bias, length 1.
        how_many: words to take from each side, and neighbours to look at.

    Raises:
        ValueError: if there are fewer than eight words.
    """
    if len(words) < 8:
        raise ValueError(f"The test needs at least 8 words, but there are {len(words)}.")
    rows = np.array(original.rows(words))
    lean = component(original.units[rows], direction)
    side = min(how_many, len(words) // 2) if len(words) < 2 * how_many else len(words) // 2
    order = np.argsort(lean, kind="stable")
    chosen = np.concatenate([order[:side], order[-side:]])
    labels = np.repeat([0, 1], side)
    told = [_side_told(v.units[rows[chosen]], labels) for v in (original, debiased)]
    near = [_same_side_share(v.units[rows[chosen]], labels, how_many) for v in (original, debiased)]
    return Recovery(*told, *near)


def _side_told(units: np.ndarray, labels: np.ndarray) -> float:
    folds = StratifiedKFold(min(5, int(np.bincount(labels).min())), shuffle=True, random_state=0)
    return float(cross_val_score(LogisticRegression(C=10.0, max_iter=1000), units, labels, cv=folds).mean())


def _same_side_share(units: np.ndarray, labels: np.ndarray, how_many: int) -> float:
    cosines = units @ units.T
    np.fill_diagonal(cosines, -np.inf)
    nearest = np.argsort(-cosines, axis=1, kind="stable")[:, : min(how_many, len(units) - 1)]
    return float((labels[nearest] == labels[:, None]).mean())
