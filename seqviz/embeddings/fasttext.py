"""fastText: a word is the mean of its own vector and its n-grams', so that any string has a vector."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn.functional import embedding_bag

from seqviz.embeddings.blocks import FlatCorpus
from seqviz.embeddings.skipgram import (
    NoiseSampler,
    initial_vectors,
    mean_pair_loss,
    pair_gradients,
    pair_weights,
)
from seqviz.embeddings.train_in_blocks import SkipGramConfig


@dataclass(frozen=True)
class FastTextConfig(SkipGramConfig):
    """Settings of a fastText training: word2vec's and those of the n-grams.

    Attributes:
        shortest: characters of the shortest n-gram.
        longest: characters of the longest n-gram.
        num_buckets: rows that all n-grams share; two n-grams may fall into one.
    """

    shortest: int = 3
    longest: int = 6
    num_buckets: int = 200_000

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 1 <= self.shortest <= self.longest:
            raise ValueError(
                f"n-grams need 1 <= shortest <= longest, not {self.shortest} and {self.longest}."
            )
        if self.num_buckets < 1:
            raise ValueError(f"num_buckets must be at least 1, but it is {self.num_buckets}.")


def character_ngrams(word: str, shortest: int, longest: int) -> list[str]:
    """Return a word's n-grams, shortest first, with < and > marking its beginning and end.

    The whole word in its marks is not among them: it has a row of its own.

    Args:
        word: any string.
        shortest: characters of the shortest n-gram, the marks counted.
        longest: characters of the longest.
    """
    marked = f"<{word}>"
    return [
        marked[start : start + n]
        for n in range(shortest, longest + 1)
        for start in range(len(marked) - n + 1)
        if marked[start : start + n] != marked
    ]


def bucket(ngram: str, num_buckets: int) -> int:
    """Return the row that an n-gram shares with all others of the same hash (CRC-32)."""
    return zlib.crc32(ngram.encode()) % num_buckets


@dataclass(frozen=True)
class SubwordTable:
    """Which rows make up each word of a vocabulary: its own, then those of its n-grams.

    Attributes:
        rows: (sum of lengths,) int64; word rows come first in the table, bucket rows after them.
        starts: (num_words,) int64, where a word's rows begin.
        lengths: (num_words,) int64.
    """

    rows: torch.Tensor
    starts: torch.Tensor
    lengths: torch.Tensor

    @classmethod
    def of(cls, vocabulary: Sequence[str], config: FastTextConfig) -> SubwordTable:
        """Collect the rows of every word."""
        rows: list[int] = []
        lengths = []
        for number, word in enumerate(vocabulary):
            own = [number, *ngram_rows(word, len(vocabulary), config)]
            rows += own
            lengths.append(len(own))
        ends = np.cumsum(np.array(lengths, np.int64))
        starts = torch.from_numpy(ends - np.array(lengths, np.int64))
        return cls(torch.tensor(rows, dtype=torch.int64), starts, torch.tensor(lengths, dtype=torch.int64))

    def of_words(self, words: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return rows, offsets and lengths of some words, one after another, for `embedding_bag`."""
        lengths = self.lengths[words]
        offsets = torch.cumsum(lengths, 0) - lengths
        entry = torch.repeat_interleave(self.starts[words] - offsets, lengths)
        return self.rows[entry + torch.arange(len(entry))], offsets, lengths


def ngram_rows(word: str, num_words: int, config: FastTextConfig) -> list[int]:
    """Return the table rows of a word's n-grams."""
    ngrams = character_ngrams(word, config.shortest, config.longest)
    return [num_words + bucket(ngram, config.num_buckets) for ngram in ngrams]


def vector_of_any_word(
    word: str, vocabulary: Sequence[str], table: np.ndarray, config: FastTextConfig
) -> np.ndarray:
    """Return the vector of any string, known or not: the mean of the rows it is made of.

    Args:
        word: the string.
        vocabulary: the words of training, in the order of the table's first rows.
        table: (num_words + num_buckets, dim), what fastText has learned.
        config: how n-grams are cut and hashed.

    Returns:
        (dim,). Zeros if the word is unknown and too short for an n-gram.
    """
    rows = ngram_rows(word, len(vocabulary), config)
    if word in vocabulary:
        rows = [list(vocabulary).index(word), *rows]
    return table[rows].mean(axis=0) if rows else np.zeros(table.shape[1], table.dtype)


class FastText:
    """The tables of fastText and one update of them.

    Every row of a word takes the whole step of their mean, as in fastText's own code.

    Args:
        corpus: for the number of words and their counts.
        vocabulary: the words.
        config: the settings.
    """

    def __init__(self, corpus: FlatCorpus, vocabulary: Sequence[str], config: FastTextConfig) -> None:
        if len(vocabulary) != len(corpus.counts):
            raise ValueError(f"{len(vocabulary)} words but {len(corpus.counts)} counts")
        self._config = config
        self._generator = torch.Generator().manual_seed(config.seed)
        num_rows = len(vocabulary) + config.num_buckets
        self.inputs = initial_vectors(num_rows, config.dim, self._generator)
        self.outputs = torch.zeros(len(vocabulary), config.dim)
        self._noise = NoiseSampler(corpus.counts, config.noise_power, self._generator)
        self._subwords = SubwordTable.of(vocabulary, config)

    def update(
        self, word_ids: torch.Tensor, mask: torch.Tensor, learning_rate: float, with_loss: bool
    ) -> float | None:
        """Take one step of gradient descent on all pairs of these blocks."""
        num_blocks, block_length = word_ids.shape
        noise = self._noise.draw(num_blocks, self._config.shared_negatives)
        other_ids = torch.cat([word_ids, noise], dim=1).reshape(-1)
        words, place = torch.unique(word_ids.reshape(-1), return_inverse=True)
        rows, offsets, lengths = self._subwords.of_words(words)
        composed = embedding_bag(rows, self.inputs, offsets, mode="mean")  # (num_different_words, dim)
        focus = composed.index_select(0, place).view(num_blocks, block_length, -1)
        others = self.outputs.index_select(0, other_ids).view(num_blocks, block_length + noise.shape[1], -1)
        weights = pair_weights(mask, self._config.negatives, noise.shape[1])
        loss = mean_pair_loss(focus, others, mask, weights) if with_loss else None
        focus_step, others_step = pair_gradients(focus, others, mask, weights, -learning_rate)
        self.outputs.index_add_(0, other_ids, others_step.reshape(len(other_ids), -1))
        step = torch.zeros_like(composed).index_add_(0, place, focus_step.reshape(len(place), -1))
        self.inputs.index_add_(0, rows, torch.repeat_interleave(step, lengths, dim=0))
        return loss

    def vectors(self) -> np.ndarray:
        """Return all rows, (num_words + num_buckets, dim) float32; a view, not a copy."""
        return self.inputs.numpy()

    def word_vectors(self) -> np.ndarray:
        """Return the composed vectors of the vocabulary, (num_words, dim) float32."""
        subwords = self._subwords
        return embedding_bag(subwords.rows, self.inputs, subwords.starts, mode="mean").numpy()
