"""The settings and the loop that skip-gram, CBOW, fastText and hierarchical softmax share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch

from seqviz.embeddings.blocks import FlatCorpus, WindowMask, cut_blocks
from seqviz.embeddings.progress import Pace, TrainingProgress

MOST_POSITIONS_PER_UPDATE = 1024
MOST_REPEATS_PER_UPDATE = 16  # of the commonest word; more of them at one go make its vector overshoot
MOST_SELF_MEETINGS_PER_UPDATE = 0.4
CUSTOMARY_LEARNING_RATE = 0.025  # the two limits above hold at this rate, and shrink as it grows


@dataclass(frozen=True)
class SkipGramConfig:
    """Settings of a word2vec training (skip-gram, CBOW).

    Attributes:
        dim: numbers per vector.
        window: the largest distance of a context word; each position draws its own reach from 1 to it.
        negatives: noise words per pair, K.
        epochs: passes over the corpus.
        learning_rate: at the start; falls linearly to a hundredth.
        subsample: threshold t of word2vec's subsampling; 0 keeps every word.
        noise_power: exponent of the noise distribution.
        seed: of everything random.
        block_length: positions that are trained together; longer is quicker up to a point.
        shared_negatives: noise words drawn per block, each weighted so that a pair meets K of them on
            average.
    """

    dim: int = 100
    window: int = 5
    negatives: int = 5
    epochs: int = 3
    learning_rate: float = 0.025
    subsample: float = 1e-3
    noise_power: float = 0.75
    seed: int = 0
    block_length: int = 32
    shared_negatives: int = 16

    def __post_init__(self) -> None:
        for name in ("dim", "window", "negatives", "epochs", "block_length", "shared_negatives"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, but it is {getattr(self, name)}.")
        if not self.learning_rate > 0:
            raise ValueError(f"learning_rate must be above 0, but it is {self.learning_rate}.")
        if self.subsample < 0:
            raise ValueError(f"subsample must not be below 0, but it is {self.subsample}.")


class BlockLearner(Protocol):
    """What `train_in_blocks` asks of a model."""

    def update(
        self, word_ids: torch.Tensor, mask: torch.Tensor, learning_rate: float, with_loss: bool
    ) -> float | None:
        """Learn from some blocks; return their mean loss if it is asked for."""
        ...

    def vectors(self) -> np.ndarray:
        """Return the word vectors, (num_words, dim) float32."""
        ...


def train_in_blocks(
    corpus: FlatCorpus, config: SkipGramConfig, learner: BlockLearner
) -> Iterator[TrainingProgress]:
    """Feed a model all blocks of all epochs with a falling learning rate, reporting as time passes."""
    rng = np.random.default_rng(config.seed)
    generator = torch.Generator().manual_seed(config.seed)
    keep = corpus.keep_probabilities(config.subsample)
    length, blocks_per_update = update_size(corpus.counts, keep, config.block_length, config.learning_rate)
    window_mask = WindowMask(length, config.window)
    pace, loss = Pace(), 0.0
    for epoch in range(config.epochs):
        word_ids, text_ids = cut_blocks(corpus, keep, length, rng)
        reach = torch.randint(1, config.window + 1, word_ids.shape, dtype=torch.int16, generator=generator)
        window_rows = window_mask.rows(text_ids, reach)
        starts = range(0, len(word_ids), blocks_per_update)
        for start in starts:
            part = slice(start, start + blocks_per_update)
            fraction = (epoch + start / len(word_ids)) / config.epochs
            mask = window_mask(window_rows[part])
            due = pace.advance(len(corpus) * len(mask) / len(word_ids)) or start == starts[-1]
            measured = learner.update(word_ids[part], mask, falling(config.learning_rate, fraction), due)
            if measured is not None:
                loss = measured
                yield pace.report(fraction, loss, learner.vectors())
                pace.resume()
    yield pace.report(1.0, loss, learner.vectors())


def falling(learning_rate: float, fraction: float) -> float:
    """Return the learning rate when this fraction of the work is done: linear, to a hundredth."""
    return learning_rate * max(1.0 - fraction, 0.01)


def update_size(
    counts: np.ndarray, keep: np.ndarray, block_length: int, learning_rate: float
) -> tuple[int, int]:
    """Return the block length and the blocks per update that vocabulary and learning rate bear.

    All pairs of an update read the same old vectors and their steps add up. The commoner the commonest word,
    the fewer positions may be trained at once before its vector overshoots; fewer still if it often meets
    itself, as in a small vocabulary.
    """
    surviving = counts * keep
    share = max(surviving.max() / max(surviving.sum(), 1e-12), 1e-6)
    positions = min(MOST_REPEATS_PER_UPDATE / share, MOST_SELF_MEETINGS_PER_UPDATE / share**2)
    positions = min(MOST_POSITIONS_PER_UPDATE, positions * min(1.0, CUSTOMARY_LEARNING_RATE / learning_rate))
    length = int(min(block_length, max(positions, 4)))
    return length, max(1, int(positions // length))
