"""A word's neighbours in two groups: where one spelling has several meanings, its one vector lies between them.

Source: Arora et al. 2018, "Linear Algebraic Structure of Word Senses": a vector is near the mean of its senses,
weighted by how often each occurs. Parting the neighbours in two is ours.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seqviz.embeddings.projection import clusters
from seqviz.embeddings.space import Neighbour, WordVectors


@dataclass(frozen=True)
class TwoGroups:
    """A word's nearest neighbours, split in two by k-means.

    Attributes:
        first: the group of the nearest neighbour, nearest to the word first.
        second: the others, likewise; empty where all neighbours have the same vector.
        within: mean cosine of two words of one group.
        between: mean cosine of two words of different groups; nan where there is only one.
    """

    first: tuple[Neighbour, ...]
    second: tuple[Neighbour, ...]
    within: float
    between: float


def in_two_groups(vectors: WordVectors, word: str, how_many: int = 24) -> TwoGroups:
    """Part a word's nearest neighbours in two.

    Args:
        vectors: the words.
        word: one of them.
        how_many: neighbours looked at.

    Raises:
        UnknownWordError: if the word has no vector.
        ValueError: if it has fewer than four neighbours: a zero vector, or very few words.
    """
    nearest = vectors.neighbours(word, how_many)
    if len(nearest) < 4:
        raise ValueError(f"At least 4 neighbours are needed, but “{word}” has {len(nearest)}.")
    units = vectors.subset([neighbour.word for neighbour in nearest]).units
    labels = clusters(units, 2).labels
    is_first = labels == labels[0]
    cosines, same = units @ units.T, is_first[:, None] == is_first[None]
    apart = ~np.eye(len(nearest), dtype=bool)
    between = float(cosines[~same].mean()) if not same.all() else float("nan")
    first, second = (
        tuple(nearest[i] for i in np.flatnonzero(is_first == side).tolist()) for side in (True, False)
    )
    return TwoGroups(first, second, float(cosines[same & apart].mean()), between)
