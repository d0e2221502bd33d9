"""CBOW with negative sampling: the mean of the neighbours' vectors predicts the word in their midst."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from torch.nn.functional import logsigmoid

from seqviz.embeddings.blocks import FlatCorpus
from seqviz.embeddings.progress import TrainingProgress
from seqviz.embeddings.skipgram import NoiseSampler, SkipGramConfig, initial_vectors, train_in_blocks


def train_cbow(
    flat_ids: np.ndarray, text_ids: np.ndarray, counts: np.ndarray, config: SkipGramConfig
) -> Iterator[TrainingProgress]:
    """Train word vectors by CBOW; arguments, reports and errors as in `train_skipgram`."""
    corpus = FlatCorpus(np.asarray(flat_ids, np.int64), np.asarray(text_ids, np.int64), np.asarray(counts))
    yield from train_in_blocks(corpus, config, Cbow(corpus, config))


class Cbow:
    """The two vector tables of CBOW with negative sampling, and one update of them.

    As in word2vec's C code, every context word takes the whole step of their mean, not its share of it.

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
        """Take one step of gradient descent on all positions of these blocks."""
        num_blocks, block_length = word_ids.shape
        noise = self._noise.draw(num_blocks, self._config.shared_negatives)
        other_ids = torch.cat([word_ids, noise], dim=1).reshape(-1)
        vectors = self.inputs.index_select(0, word_ids.reshape(-1)).view(num_blocks, block_length, -1)
        others = self.outputs.index_select(0, other_ids).view(num_blocks, block_length + noise.shape[1], -1)
        has_context = mask.sum(dim=2, keepdim=True)
        context = torch.bmm(mask / has_context.clamp(min=1.0), vectors)
        present = has_context.clamp(max=1.0)  # (num_blocks, block_length, 1)
        weight = self._config.negatives / noise.shape[1]
        loss = mean_focus_loss(context, others, present, weight) if with_loss else None
        context_step, others_step = focus_gradients(context, others, present, weight, -learning_rate)
        step = torch.bmm(mask.transpose(1, 2), context_step)
        self.outputs.index_add_(0, other_ids, others_step.reshape(len(other_ids), -1))
        self.inputs.index_add_(0, word_ids.reshape(-1), step.reshape(word_ids.numel(), -1))
        return loss

    def vectors(self) -> np.ndarray:
        """Return the input vectors, (num_words, dim) float32; a view, not a copy."""
        return self.inputs.numpy()


def focus_gradients(
    context: torch.Tensor, others: torch.Tensor, present: torch.Tensor, weight: float, scale: float
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return `scale` times the gradient of the summed loss of all focus positions.

    Args:
        context: (num_blocks, block_length, dim), the mean of each position's context vectors.
        others: (num_blocks, block_length + num_shared, dim), output vectors of the block's words, then of
            its noise.
        present: (num_blocks, block_length, 1), 1 where a position has context, else 0.
        weight: how much one shared noise word counts.
        scale: minus the learning rate for a step downhill.

    Returns:
        Gradients with respect to `context` and `others`, in their shapes.
    """
    block_length = context.shape[1]
    own, noise = others[:, :block_length], others[:, block_length:]
    error = (context * own).sum(dim=2, keepdim=True).sigmoid_().sub_(1.0).mul_(present).mul_(scale)  # label 1
    noise_error = (
        torch.bmm(context, noise.transpose(1, 2)).sigmoid_().mul_(present * (weight * scale))
    )  # label 0
    context_step = torch.baddbmm(error * own, noise_error, noise)
    others_step = torch.empty_like(others)
    torch.mul(error, context, out=others_step[:, :block_length])
    others_step[:, block_length:] = torch.bmm(noise_error.transpose(1, 2), context)
    return context_step, others_step


def mean_focus_loss(
    context: torch.Tensor, others: torch.Tensor, present: torch.Tensor, weight: float
) -> float:
    """Return the loss per focus position that has context (arguments as in `focus_gradients`)."""
    block_length = context.shape[1]
    own = (context * others[:, :block_length]).sum(dim=2, keepdim=True)
    noise = torch.bmm(context, others[:, block_length:].transpose(1, 2))
    per_position = logsigmoid(own) + weight * logsigmoid(-noise).sum(dim=2, keepdim=True)
    return float(-(per_position * present).sum() / present.sum().clamp(min=1.0))
