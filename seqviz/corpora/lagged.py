"""Sequences in which something seen early is asked for late: the recall task and the adding problem."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

#: Symbols that say nothing, between the one to remember and the end.
NUM_DISTRACTORS = 4


@dataclass(frozen=True)
class LaggedBatch:
    """A batch of one of the tasks.

    Attributes:
        inputs: token ids (batch, length) int64, or numbers (batch, length, 2) float32.
        answers: (batch,): the symbol to recall, int64, or the sum to find, float32.
    """

    inputs: np.ndarray
    answers: np.ndarray


def recall_batch(generator: np.random.Generator, batch: int, lag: int, num_symbols: int) -> LaggedBatch:
    """Draw sequences that begin with the symbol to be named at the end, after `lag` distractors.

    Returns:
        Token ids (batch, lag + 1), 0 to num_symbols - 1 for symbols and above for distractors; the answers.
    """
    answers = generator.integers(num_symbols, size=batch)
    distractors = num_symbols + generator.integers(NUM_DISTRACTORS, size=(batch, lag))
    return LaggedBatch(np.column_stack([answers, distractors]), answers)


def adding_batch(generator: np.random.Generator, batch: int, length: int) -> LaggedBatch:
    """Draw sequences of numbers, two of which are marked, one in each half; the answer is their sum.

    Args:
        generator: of the random numbers.
        batch: sequences.
        length: of each, at least 2.

    Returns:
        (batch, length, 2): a number from U(0, 1), and 1 where it is marked; the sums.

    Source: Hochreiter & Schmidhuber 1997, the adding problem.
    """
    numbers = generator.random((batch, length), dtype=np.float32)
    marks = np.zeros_like(numbers)
    rows, half = np.arange(batch), length // 2
    marks[rows, generator.integers(half, size=batch)] = 1
    marks[rows, half + generator.integers(length - half, size=batch)] = 1
    return LaggedBatch(np.stack([numbers, marks], axis=2), (numbers * marks).sum(axis=1))
