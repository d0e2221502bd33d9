"""Sequences in which each number is the sum of the two before it."""

from __future__ import annotations

import numpy as np


def fibonacci(num_terms: int, first: float = 1.0, second: float = 1.0) -> np.ndarray:
    """Return the sequence from its first two numbers, (num_terms,) float64; 1, 1 are Fibonacci's.

    Raises:
        ValueError: if fewer than two terms are asked for.
    """
    if num_terms < 2:
        raise ValueError(f"A sequence needs at least its first two terms, but {num_terms} are asked for.")
    terms = [first, second]
    while len(terms) < num_terms:
        terms.append(terms[-1] + terms[-2])
    return np.array(terms)


def other_starts(generator: np.random.Generator, number: int, num_terms: int) -> np.ndarray:
    """Draw sequences of the same rule from other beginnings, (number, num_terms), none growing beyond Fibonacci's."""
    starts = generator.random((number, 2))
    rows = [fibonacci(num_terms, first, second) for first, second in starts]
    return np.array(rows)
