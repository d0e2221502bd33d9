"""What the map of the Space page shows of the words' meanings, told from its numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from seqviz.embeddings.projection import adjusted_rand_index, near_their_own
from seqviz.text.numbers_written import with_minus


def company_in_words(points: np.ndarray, meanings: Sequence[str]) -> str:
    """Say how many of the words with a meaning stand next to one of their own group; "" where few have one.

    Args:
        points: (num_words, 2 or 3), their places on the map.
        meanings: (num_words,), each word's group of meaning; "" for none.
    """
    grouped = np.flatnonzero([meaning != "" for meaning in meanings])
    if len(grouped) < 2 or 2 * len(grouped) < len(meanings):
        return ""
    share, by_chance = near_their_own(points[grouped], [meanings[row] for row in grouped.tolist()])
    return (
        f"Of the {len(grouped)} words with a group of meaning, **{share:.0%}** have a word of their own group as the "
        f"nearest of these on the map; with names dealt out at random it would be {by_chance:.0%}."
    )


def agreement_in_words(meanings: Sequence[str], found: Sequence[str]) -> str:
    """Say how well the clusters found agree with the groups of meaning; "" where fewer than two are known.

    Args:
        meanings: (num_words,), each word's group of meaning; "" for none.
        found: (num_words,), each word's cluster.
    """
    both = [pair for pair in zip(meanings, found, strict=True) if pair[0]]
    if len({meaning for meaning, _ in both}) < 2:
        return ""
    index = adjusted_rand_index([meaning for meaning, _ in both], [cluster for _, cluster in both])
    return (
        f"**How far the clusters are groups of meaning.** Adjusted Rand index **{with_minus(index, '.2f')}** over the "
        f"{len(both)} words that have a group: 1 if both sort the words alike, about 0 if they have nothing to do with "
        "each other. k-means was told how many clusters, and nothing of meanings."
    )
