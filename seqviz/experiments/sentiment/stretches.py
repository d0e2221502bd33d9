"""Short stretches of long texts, so that a net trained on whole reviews learns to read a sentence as well."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

SHORTEST, LONGEST = 4, 60  # tokens of a stretch


def stretches(
    texts: Sequence[np.ndarray], sentence_ends: Sequence[int], generator: np.random.Generator
) -> list[np.ndarray]:
    """Return a stretch of each text: it begins with one of its sentences, and all have one greatest length.

    Args:
        texts: each as token ids, (num_tokens,).
        sentence_ends: the ids of the tokens that end a sentence.
        generator: draws the length, and each text's sentence.
    """
    length = int(generator.integers(SHORTEST, LONGEST))
    found = []
    for ids in texts:
        begins = np.concatenate([[0], np.flatnonzero(np.isin(ids[:-1], sentence_ends)) + 1])
        first = int(generator.choice(begins))
        found.append(ids[first : first + length])
    return found
