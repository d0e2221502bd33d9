"""Whether a bias can still be read off words after its direction has been taken out of them.

Source: Gonen and Goldberg 2019, "Lipstick on a Pig"; the shuffled control is ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from seqviz.embeddings.debias import component
from seqviz.embeddings.space import WordVectors

SHUFFLES = 19  # what is above all of them happens by chance once in twenty times


@dataclass(frozen=True)
class Recovery:
    """How well the old bias can be read off words that were neutralised.

    Attributes:
        num_words: words of both sides together.
        num_neighbours: nearest fellow words looked at.
        told_before: share of words whose side a classifier tells right from the original vectors
            (cross-validated).
        told_after: the same from the debiased vectors.
        told_by_chance: the largest such share after debiasing where the sides were shuffled.
        near_before: mean share of a word's nearest fellow words that lean to the same side, original.
        near_after: the same after debiasing.
        near_by_chance: the largest such share after debiasing where the sides were shuffled.
    """

    num_words: int
    num_neighbours: int
    told_before: float
    told_after: float
    told_by_chance: float
    near_before: float
    near_after: float
    near_by_chance: float


def recover(
    original: WordVectors,
    debiased: WordVectors,
    words: Sequence[str],
    direction: np.ndarray,
    how_many: int = 10,
) -> Recovery:
    """Test whether the side that words leant to can still be told after debiasing.

    The words are halved by their lean; a logistic regression, cross-validated, tries to tell the halves apart,
    and the nearest fellow words of each are counted. After debiasing both are done again with shuffled sides.

    Args:
        original: vectors before.
        debiased: vectors after, same words.
        words: neutral words to test, at least eight; of an odd number the middle one is left out.
        direction: (dim,), the bias, length 1.
        how_many: neighbours to look at, at most; never more than half of a side, which all words would share.

    Raises:
        ValueError: if there are fewer than eight words.
    """
    if len(words) < 8:
        raise ValueError(f"The test needs at least 8 words, not {len(words)}.")
    side = len(words) // 2
    num_neighbours = min(how_many, side // 2)
    chosen = _both_ends(original, words, direction, side)
    before, after = (vectors.units[chosen] for vectors in (original, debiased))
    sides, rng = np.repeat([0, 1], side), np.random.default_rng(0)
    shuffled = [rng.permutation(sides) for _ in range(SHUFFLES)]
    return Recovery(
        2 * side,
        num_neighbours,
        _side_told(before, sides),
        _side_told(after, sides),
        max(_side_told(after, each) for each in shuffled),
        _same_side_share(before, sides, num_neighbours),
        _same_side_share(after, sides, num_neighbours),
        max(_same_side_share(after, each, num_neighbours) for each in shuffled),
    )


def _both_ends(vectors: WordVectors, words: Sequence[str], direction: np.ndarray, side: int) -> np.ndarray:
    """Return the rows of the words that lean most to one side, then of as many of the other; (2 * side,)."""
    rows = np.array(vectors.rows(words))
    order = np.argsort(component(vectors.units[rows], direction), kind="stable")
    return rows[np.concatenate([order[:side], order[-side:]])]


def _side_told(units: np.ndarray, labels: np.ndarray) -> float:
    """Cross-validate by hand: scikit-learn's own loop takes as long again as the fits, which are tiny."""
    folds = StratifiedKFold(min(5, int(np.bincount(labels).min())), shuffle=True, random_state=0)
    model = LogisticRegression(C=10.0, max_iter=1000)
    told = [
        model.fit(units[rest], labels[rest]).score(units[fold], labels[fold])
        for rest, fold in folds.split(units, labels)
    ]
    return float(np.mean(told))


def _same_side_share(units: np.ndarray, labels: np.ndarray, how_many: int) -> float:
    cosines = units @ units.T
    np.fill_diagonal(cosines, -np.inf)
    nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :how_many]
    return float((labels[nearest] == labels[:, None]).mean())
