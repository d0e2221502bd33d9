"""What one training pair costs by full softmax, hierarchical softmax and negative sampling, measured."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.linalg.blas import sger

from seqviz.embeddings.huffman import HuffmanTree
from seqviz.embeddings.one_update import sigmoid

DIM = 100
LEARNING_RATE = 0.025
PAIRS = 13  # updates timed per method and size, the first of which is not counted; the median is told


@dataclass(frozen=True)
class UpdateCosts:
    """Seconds per update, on this computer, one pair at a time in NumPy (and BLAS, through SciPy).

    Attributes:
        sizes: words in the vocabulary.
        full: of the full softmax, one per size.
        hierarchical: of hierarchical softmax.
        sampling: of negative sampling.
        rows: output vectors that each method touches, on average: (num_sizes, 3) in the order of the fields
            above.
    """

    sizes: tuple[int, ...]
    full: tuple[float, ...]
    hierarchical: tuple[float, ...]
    sampling: tuple[float, ...]
    rows: np.ndarray

    def first_size_with(self, speed_up: float) -> int | None:
        """Return the smallest size at which the tree is so many times quicker than all scores, or None."""
        pairs = zip(self.sizes, self.full, self.hierarchical, strict=True)
        return next((size for size, full, tree in pairs if full >= speed_up * tree), None)


def measure(
    sizes: Sequence[int], negatives: int = 5, seed: int = 0, clock: Callable[[], float] = time.perf_counter
) -> UpdateCosts:
    """Time one update of each method, in turns, for growing vocabularies whose words follow Zipf's law.

    Args:
        sizes: words in each vocabulary.
        negatives: noise words of negative sampling.
        seed: of the words that are predicted.
        clock: `time.process_time` leaves out what else the computer does meanwhile.
    """
    times: list[tuple[float, ...]] = []
    rows = []
    for size in sizes:
        rng = np.random.default_rng(seed)
        counts = np.maximum(1, 1e6 / np.arange(1, size + 1)).astype(np.int64)
        tree = HuffmanTree.from_counts(counts)
        table = _small_numbers(rng, size, DIM)
        vector = _small_numbers(rng, DIM)
        words = rng.choice(size, PAIRS, p=counts / counts.sum())
        updates = (
            _full_update(table, vector),
            _tree_update(table, vector, tree),
            _noise_update(table, vector, negatives, rng),
        )
        times.append(_median_seconds(updates, words, clock))
        rows.append((size, tree.mean_depth(), negatives + 1))
    full, hierarchical, sampling = zip(*times, strict=True)
    return UpdateCosts(tuple(sizes), full, hierarchical, sampling, np.array(rows))


def _small_numbers(rng: np.random.Generator, *shape: int) -> np.ndarray:
    """Draw float32 as such and scale them in place: as float64 a million vectors would take another 800 MB."""
    numbers = rng.standard_normal(shape, dtype=np.float32)
    numbers *= 0.1
    return numbers


def _median_seconds(
    updates: Sequence[Callable[[int], None]], words: np.ndarray, clock: Callable[[], float]
) -> tuple[float, ...]:
    """Time every update on every word; the first word is not counted."""
    seconds = np.empty((len(words), len(updates)))
    for row, word in enumerate(map(int, words)):
        for column, update in enumerate(updates):
            start = clock()
            update(word)
            seconds[row, column] = clock() - start
    return tuple(map(float, np.median(seconds[1:], axis=0)))


def _full_update(table: np.ndarray, vector: np.ndarray) -> Callable[[int], None]:
    """Softmax over all words: every output vector is read and moved."""

    def update(word: int) -> None:
        scores = table @ vector
        errors = np.exp(scores - scores.max())
        errors /= errors.sum()
        errors[word] -= 1.0
        step = errors @ table
        # table -= LEARNING_RATE * errors[:, None] * vector, without another array as large as the table
        sger(-LEARNING_RATE, vector, errors, a=table.T, overwrite_a=True)
        vector.__isub__(LEARNING_RATE * step)

    return update


def _tree_update(table: np.ndarray, vector: np.ndarray, tree: HuffmanTree) -> Callable[[int], None]:
    """The word's path in the tree: about log V node vectors."""
    paths = tree.flat_paths()

    def update(word: int) -> None:
        part = paths.slice(word)
        _few_rows(table, vector, paths.nodes[part] - tree.num_words, 1.0 - paths.turns[part])

    return update


def _noise_update(
    table: np.ndarray, vector: np.ndarray, negatives: int, rng: np.random.Generator
) -> Callable[[int], None]:
    """The word and k noise words, drawn from a table made beforehand."""
    noise = rng.integers(len(table), size=100_000)
    labels = np.array([1.0] + [0.0] * negatives)

    def update(word: int) -> None:
        start = int(rng.integers(len(noise) - negatives))
        _few_rows(table, vector, np.append(word, noise[start : start + negatives]), labels)

    return update


def _few_rows(table: np.ndarray, vector: np.ndarray, rows: np.ndarray, labels: np.ndarray) -> None:
    others = table[rows]
    pulls = LEARNING_RATE * (labels - sigmoid(others @ vector))
    table[rows] += pulls[:, None] * vector
    vector.__iadd__((pulls @ others).astype(np.float32))
