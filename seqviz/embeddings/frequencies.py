"""How often a word is kept, and how often it is drawn as noise, from its count."""

from __future__ import annotations

import numpy as np


def discard_probability(frequencies: np.ndarray, threshold: float) -> np.ndarray:
    """Return the published chance that one occurrence of a word is dropped: max(0, 1 - sqrt(t / f)).

    Args:
        frequencies: (num_words,), each word's share of the corpus, >= 0.
        threshold: t > 0; words rarer than it are always kept.

    Returns:
        Probabilities, (num_words,), in [0, 1).

    Source: Mikolov et al. 2013, "Distributed Representations of Words and Phrases", equation 5.
    """
    _check_threshold(threshold)
    shares = np.maximum(np.asarray(frequencies, dtype=np.float64), np.finfo(np.float64).tiny)
    return np.maximum(0.0, 1.0 - np.sqrt(threshold / shares))


def keep_probability(frequencies: np.ndarray, threshold: float) -> np.ndarray:
    """Return the chance of keeping an occurrence as word2vec's C code has it: (sqrt(f / t) + 1) * t / f.

    Args:
        frequencies: (num_words,), each word's share of the corpus, >= 0.
        threshold: t >= 0; 0 switches subsampling off.

    Returns:
        Probabilities, (num_words,), in (0, 1]: 1 up to 2.6 t, and always at least one minus the published
        discard chance.

    Source: word2vec.c; gensim computes the same.
    """
    shares = np.maximum(np.asarray(frequencies, dtype=np.float64), np.finfo(np.float64).tiny)
    if threshold == 0:
        return np.ones_like(shares)
    _check_threshold(threshold)
    return np.minimum(1.0, np.sqrt(threshold / shares) + threshold / shares)


def noise_distribution(counts: np.ndarray, power: float = 0.75) -> np.ndarray:
    """Return the chance of each word to be drawn as a negative: count ** power, normalised.

    Args:
        counts: (num_words,), occurrences >= 0; words that never occur are never drawn.
        power: 1 draws words as often as they occur, 0 all alike; word2vec uses 0.75.

    Returns:
        Probabilities, (num_words,), summing to 1.

    Raises:
        ValueError: if no word occurs at all.
    """
    occurrences = np.asarray(counts, dtype=np.float64)
    weights = np.where(occurrences > 0, np.maximum(occurrences, 1e-300) ** power, 0.0)
    if weights.sum() == 0:
        raise ValueError("At least one word must occur, but every count is 0.")
    return weights / weights.sum()


def shares(counts: np.ndarray) -> np.ndarray:
    """Return each word's share of all occurrences, (num_words,); zeros if there are none."""
    occurrences = np.asarray(counts, dtype=np.float64)
    return occurrences / max(occurrences.sum(), 1.0)


def _check_threshold(threshold: float) -> None:
    if not threshold > 0:
        raise ValueError(f"The subsampling threshold must be above 0, but it is {threshold}.")
