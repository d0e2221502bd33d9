"""CBOW with negative sampling: the mean of the neighbours' vectors predicts the word in their midst."""

from __future__ import annotations

import numpy as np
import torch
from torch.nn.functional import logsigmoid

from seqviz.embeddings.blocks import FlatCorpus
from seqviz.embeddings.skipgram import NoiseSampler, initial_vectors
from seqviz.embeddings.train_in_blocks import SkipGramConfig


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
        ids = word_ids.reshape(-1)
        noise_ids = self._noise.draw(len(word_ids), self._config.shared_negatives).reshape(-1)
        vectors, own = (
            table.index_select(0, ids).view(*word_ids.shape, -1) for table in (self.inputs, self.outputs)
        )
        noise = self.outputs.index_select(0, noise_ids).view(len(word_ids), -1, own.shape[2])
        num_context = mask.sum(dim=2, keepdim=True)
        context = torch.bmm(mask / num_context.clamp(min=1.0), vectors)
        present = num_context.clamp_(max=1.0)  # (num_blocks, block_length, 1)
        weight = self._config.negatives / noise.shape[1]
        loss = mean_focus_loss(context, own, noise, present, weight) if with_loss else None
        context_step, own_step, noise_step = turn_into_gradients(
            context, own, noise, present, weight, -learning_rate
        )
        step = torch.bmm(mask.transpose(1, 2), context_step)
        self.outputs.index_add_(0, ids, own_step.view(len(ids), -1))
        self.outputs.index_add_(0, noise_ids, noise_step.view(len(noise_ids), -1))
        self.inputs.index_add_(0, ids, step.view(len(ids), -1))
        return loss

    def vectors(self) -> np.ndarray:
        """Return the input vectors, (num_words, dim) float32; a view, not a copy."""
        return self.inputs.numpy()


def turn_into_gradients(
    context: torch.Tensor,
    own: torch.Tensor,
    noise: torch.Tensor,
    present: torch.Tensor,
    weight: float,
    scale: float,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return `scale` times the gradient of the summed loss of all focus positions.

    `context` and `own` are written over: an update waits for memory more than for arithmetic.

    Args:
        context: (num_blocks, block_length, dim), the mean of each position's context vectors.
        own: the same shape, output vectors of the block's words.
        noise: (num_blocks, num_shared, dim), output vectors of the block's noise words.
        present: (num_blocks, block_length, 1), 1 where a position has context, else 0.
        weight: how much one shared noise word counts.
        scale: minus the learning rate for a step downhill.

    Returns:
        Gradients with respect to `context`, `own` and `noise`, in their shapes.
    """
    error = (context * own).sum(dim=2, keepdim=True).sigmoid_().sub_(1.0)  # label 1
    noise_error = torch.bmm(context, noise.transpose(1, 2)).sigmoid_()  # label 0
    error.mul_(present).mul_(scale)
    noise_error.mul_(present * (weight * scale))
    context_step = own.mul_(error).baddbmm_(noise_error, noise)
    noise_step = torch.bmm(noise_error.transpose(1, 2), context)
    return context_step, context.mul_(error), noise_step


def mean_focus_loss(
    context: torch.Tensor, own: torch.Tensor, noise: torch.Tensor, present: torch.Tensor, weight: float
) -> float:
    """Return the loss per focus position that has context (arguments as in `turn_into_gradients`)."""
    own_score = (context * own).sum(dim=2, keepdim=True)
    noise_scores = torch.bmm(context, noise.transpose(1, 2))
    per_position = logsigmoid(own_score) + weight * logsigmoid(-noise_scores).sum(dim=2, keepdim=True)
    return float(-(per_position * present).sum() / present.sum().clamp(min=1.0))
