"""Skip-gram with negative sampling: every word learns to tell its neighbours from noise.

For a focus word w, a context word c and K noise words n, the loss of one pair is

    -log s(v_w . u_c) - sum over K noise words of log s(-v_w . u_n)        with s the sigmoid

(Mikolov et al. 2013). Its gradient is short enough to be written down, so no autograd is needed:
(s(v . u) - label) * u for the focus vector and (s(v . u) - label) * v for the other one.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from torch.nn.functional import logsigmoid

from seqviz.embeddings.blocks import FlatCorpus
from seqviz.embeddings.frequencies import noise_distribution
from seqviz.embeddings.progress import TrainingProgress
from seqviz.embeddings.train_in_blocks import SkipGramConfig, train_in_blocks


def train_skipgram(
    flat_ids: np.ndarray, text_ids: np.ndarray, counts: np.ndarray, config: SkipGramConfig
) -> Iterator[TrainingProgress]:
    """Train word vectors, reporting about five times a second; the last report has `fraction` 1.

    Args:
        flat_ids: (num_positions,), the corpus as word ids, one text after another.
        text_ids: (num_positions,), >= 0, which text each position belongs to.
        counts: (num_words,), how often each word occurs.
        config: the settings.

    Yields:
        Progress with the vectors as they stand.

    Raises:
        ValueError: if the corpus is empty or its arrays do not fit together.
        VectorsDivergedError: if the learning rate is so high that the vectors stop being finite.
    """
    corpus = FlatCorpus(np.asarray(flat_ids, np.int64), np.asarray(text_ids, np.int64), np.asarray(counts))
    yield from train_in_blocks(corpus, config, SkipGram(corpus, config))


class SkipGram:
    """The two vector tables of skip-gram with negative sampling, and one update of them.

    Args:
        corpus: for the number of words and their counts.
        config: the settings.
    """

    def __init__(self, corpus: FlatCorpus, config: SkipGramConfig) -> None:
        self._config = config
        self._generator = torch.Generator().manual_seed(config.seed)
        self.inputs = initial_vectors(len(corpus.counts), config.dim, self._generator)
        self.outputs = torch.zeros(len(corpus.counts), config.dim)
        self._noise = NoiseSampler(corpus.counts, config.noise_power, self._generator)

    def update(
        self, word_ids: torch.Tensor, mask: torch.Tensor, learning_rate: float, with_loss: bool
    ) -> float | None:
        """Take one step of gradient descent on all pairs of these blocks."""
        num_blocks, block_length = word_ids.shape
        noise = self._noise.draw(num_blocks, self._config.shared_negatives)
        other_ids = torch.cat([word_ids, noise], dim=1).reshape(-1)
        focus = self.inputs.index_select(0, word_ids.reshape(-1)).view(num_blocks, block_length, -1)
        others = self.outputs.index_select(0, other_ids).view(num_blocks, block_length + noise.shape[1], -1)
        weights = pair_weights(mask, self._config.negatives, noise.shape[1])
        loss = mean_pair_loss(focus, others, mask, weights) if with_loss else None
        focus_step, others_step = pair_gradients(focus, others, mask, weights, -learning_rate)
        self.outputs.index_add_(0, other_ids, others_step.reshape(len(other_ids), -1))
        self.inputs.index_add_(0, word_ids.reshape(-1), focus_step.reshape(word_ids.numel(), -1))
        return loss

    def vectors(self) -> np.ndarray:
        """Return the input vectors, the ones people use, (num_words, dim) float32; a view, not a copy."""
        return self.inputs.numpy()


class NoiseSampler:
    """Draws noise words in proportion to a power of their counts.

    Args:
        counts: (num_words,).
        power: exponent of the counts.
        generator: source of chance.
    """

    def __init__(self, counts: np.ndarray, power: float, generator: torch.Generator) -> None:
        self._cumulative = torch.from_numpy(np.cumsum(noise_distribution(counts, power)))
        self._cumulative /= self._cumulative[-1].clone()
        self._generator = generator

    def draw(self, num_blocks: int, num_words: int) -> torch.Tensor:
        """Return word ids, (num_blocks, num_words) int64."""
        chance = torch.rand(num_blocks, num_words, dtype=torch.float64, generator=self._generator)
        return torch.searchsorted(self._cumulative, chance, right=True)


def initial_vectors(num_words: int, dim: int, generator: torch.Generator) -> torch.Tensor:
    """Return word2vec's starting vectors: uniform in ±0.5 / dim, (num_words, dim)."""
    return (torch.rand(num_words, dim, generator=generator) - 0.5) / dim


def pair_weights(mask: torch.Tensor, negatives: int, num_shared: int) -> torch.Tensor:
    """Return how much each shared noise word counts for each focus position.

    Every pair is due `negatives` noise words; a focus position has as many pairs as its mask row has ones,
    and spreads their noise evenly over the block's shared noise words.

    Args:
        mask: (num_blocks, block_length, block_length), [block, focus, context].
        negatives: noise words due to one pair.
        num_shared: noise words drawn per block.

    Returns:
        (num_blocks, block_length, 1).
    """
    return mask.sum(dim=2, keepdim=True).mul_(negatives / num_shared)


def pair_gradients(
    focus: torch.Tensor, others: torch.Tensor, mask: torch.Tensor, weights: torch.Tensor, scale: float
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return `scale` times the gradient of the summed pair loss.

    Args:
        focus: (num_blocks, block_length, dim), vectors v of the block's words.
        others: (num_blocks, block_length + num_shared, dim), vectors u of the block's words, then of its
            noise.
        mask: (num_blocks, block_length, block_length), 1 for the pairs.
        weights: (num_blocks, block_length, 1), see `pair_weights`.
        scale: minus the learning rate for a step downhill.

    Returns:
        Gradients with respect to `focus` and `others`, in their shapes.
    """
    block_length = focus.shape[1]
    errors = torch.bmm(focus, others.transpose(1, 2)).sigmoid_()  # (num_blocks, block_length, all others)
    errors[:, :, :block_length].sub_(1.0).mul_(mask)  # label 1, where there is a pair
    errors[:, :, block_length:].mul_(weights)  # label 0
    errors.mul_(scale)
    return torch.bmm(errors, others), torch.bmm(errors.transpose(1, 2), focus)


def mean_pair_loss(
    focus: torch.Tensor, others: torch.Tensor, mask: torch.Tensor, weights: torch.Tensor
) -> float:
    """Return the loss per pair (arguments as in `pair_gradients`); 0 if there is no pair."""
    scores = torch.bmm(focus, others.transpose(1, 2))
    block_length = focus.shape[1]
    positive = (logsigmoid(scores[:, :, :block_length]) * mask).sum()
    negative = (logsigmoid(-scores[:, :, block_length:]) * weights).sum()
    return float(-(positive + negative) / mask.sum().clamp(min=1.0))
