"""A corpus cut into blocks of consecutive positions, and which positions of a block see each other.

word2vec trains on pairs, but the pairs of neighbouring words share nearly all their vectors. So we never list
pairs: a block of consecutive positions is read once, all its scores come from one matrix product, and a mask
keeps the (focus, context) entries that lie within the window. Pairs that straddle two blocks are left out;
the cut falls elsewhere in every epoch.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
import torch

from seqviz.embeddings.frequencies import keep_probability, shares


@dataclass(frozen=True)
class FlatCorpus:
    """A corpus as one long row of word ids.

    Attributes:
        word_ids: (num_positions,) int64.
        text_ids: (num_positions,) int64, >= 0, which text a position belongs to; windows stay within a text.
        counts: (num_words,) int64, occurrences of every word.
    """

    word_ids: np.ndarray
    text_ids: np.ndarray
    counts: np.ndarray

    def __post_init__(self) -> None:
        if len(self.word_ids) != len(self.text_ids):
            raise ValueError(f"{len(self.word_ids)} word ids but {len(self.text_ids)} text ids")
        if len(self.word_ids) == 0:
            raise ValueError("The corpus must have at least one word, but it is empty.")
        if self.word_ids.min() < 0 or self.word_ids.max() >= len(self.counts):
            raise ValueError(
                f"Word ids must lie in 0 to {len(self.counts) - 1}, but they reach from "
                f"{self.word_ids.min()} to {self.word_ids.max()}."
            )

    def __len__(self) -> int:
        return len(self.word_ids)

    def keep_probabilities(self, subsample: float) -> np.ndarray:
        """Return each word's chance to survive subsampling, (num_words,) float32."""
        return keep_probability(shares(self.counts), subsample).astype(np.float32)


def cut_blocks(
    corpus: FlatCorpus, keep: np.ndarray, block_length: int, rng: np.random.Generator
) -> tuple[torch.Tensor, torch.Tensor]:
    """Subsample the corpus once and cut what is left into blocks, in random order.

    Args:
        corpus: the words.
        keep: (num_words,), each word's chance to be kept.
        block_length: positions per block.
        rng: decides what survives, where the cuts fall and the order of the blocks.

    Returns:
        Word ids and text ids, each (num_blocks, block_length) int64. Filled-up places have word id 0 and a
        negative text id that occurs nowhere else, so that they see nothing and are seen by nothing.
    """
    kept = np.flatnonzero(rng.random(len(corpus), dtype=np.float32) < keep.take(corpus.word_ids))
    before = int(rng.integers(block_length))
    num_blocks = -(-(before + len(kept)) // block_length)
    places = np.full(num_blocks * block_length, -1)
    places[before : before + len(kept)] = kept
    places = places.reshape(num_blocks, block_length).take(rng.permutation(num_blocks), axis=0)
    word_ids, text_ids = corpus.word_ids.take(places), corpus.text_ids.take(places)
    filled_up = places < 0
    word_ids[filled_up] = 0
    text_ids[filled_up] = -1 - np.arange(filled_up.sum())
    return torch.from_numpy(word_ids), torch.from_numpy(text_ids)


class WindowMask:
    """Tells which positions of a block lie within the window of which.

    All windows that a position can have, cut short by its text's ends or not, stand ready in a table of
    rows, and a whole epoch's rows are worked out at one go: an update has only to look them up.

    Args:
        block_length: positions per block.
        window: the largest distance of a context word.
    """

    def __init__(self, block_length: int, window: int) -> None:
        self._window = min(window, block_length - 1)
        self._position = torch.arange(block_length)
        reach = torch.arange(self._window + 1)
        offset = self._position - self._position[:, None]  # [focus, context]
        before = (offset < 0) & (-offset <= reach[:, None, None])  # [reach, focus, context]
        after = (offset > 0) & (offset <= reach[:, None, None])
        self._table = (before[:, None] | after[None]).float().view(-1, block_length)

    def rows(self, text_ids: torch.Tensor, reach: torch.Tensor) -> torch.Tensor:
        """Return the row of the table that is each position's window, (num_blocks, block_length) int64.

        Args:
            text_ids: (num_blocks, block_length); the positions of a text lie side by side.
            reach: (num_blocks, block_length) int16, each focus position's own window, 1 and more. word2vec
                draws it again for every position, which weighs near words more.
        """
        before, after = torch.zeros_like(reach), torch.zeros_like(reach)
        for distance in range(1, self._window + 1):
            same = text_ids[:, distance:] == text_ids[:, :-distance]
            before[:, distance:] += same
            after[:, :-distance] += same
        before, after = torch.minimum(before, reach).long(), torch.minimum(after, reach)
        return before.mul_(self._window + 1).add_(after).mul_(len(self._position)).add_(self._position)

    def __call__(self, rows: torch.Tensor) -> torch.Tensor:
        """Return 1 where position j is context of focus position i, else 0.

        Args:
            rows: (num_blocks, block_length), of some blocks, see `rows`.

        Returns:
            (num_blocks, block_length, block_length) float32, [block, focus, context].
        """
        return self._table.index_select(0, rows.reshape(-1)).view(*rows.shape, -1)


@functools.cache
def weights_for_cuts(block_length: int) -> torch.Tensor:
    """Return how much a pair counts so that the pairs which straddle two blocks are made up for.

    A cut falls between two positions d apart with the chance d / block_length; so those that lie in one block count
    for block_length / (block_length - d) each.

    Returns:
        (block_length, block_length) float32, [position, position].
    """
    positions = torch.arange(block_length)
    distance = (positions[:, None] - positions).abs()
    return block_length / (block_length - distance)
