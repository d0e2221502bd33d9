"""The first nets of the course: one that cannot see order, and one that continues a sequence of numbers."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from seqviz.models.cells.values import CellWeights
from seqviz.models.initial import initial_weights
from seqviz.models.layer import Activation, run_layer


class BagNet(nn.Module):
    """A feed-forward net that reads a text all at once: the mean of its words' vectors, one hidden layer, one logit.

    Args:
        vocabulary_size: known words, padding and unknown included.
        embedding_dim: numbers in a word's vector.
        hidden_size: units of the hidden layer.
    """

    def __init__(self, vocabulary_size: int, embedding_dim: int, hidden_size: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocabulary_size, embedding_dim, padding_idx=0)
        self.hidden = nn.Linear(embedding_dim, hidden_size)
        self.output = nn.Linear(hidden_size, 1)

    def forward(self, token_ids: Tensor, lengths: Tensor) -> Tensor:
        """Return logits (batch,) of token ids (batch, length); padding has a vector of zeros."""
        mean = self.embedding(token_ids).sum(1) / lengths.unsqueeze(1)  # (batch, embedding_dim)
        return self.output(torch.tanh(self.hidden(mean))).squeeze(1)


class NumberNet(nn.Module):
    """Reads a number at a time, and after each says which comes next.

    Args:
        hidden_size: units.
        activation: "tanh" or "relu".
    """

    def __init__(self, hidden_size: int, activation: Activation) -> None:
        super().__init__()
        self.activation: Activation = activation
        drawn = initial_weights("rnn", 1, hidden_size)
        self.weight_ih = nn.Parameter(drawn.weight_ih)
        self.weight_hh = nn.Parameter(drawn.weight_hh)
        self.bias_ih = nn.Parameter(drawn.bias_ih)
        self.bias_hh = nn.Parameter(drawn.bias_hh)
        self.output = nn.Linear(hidden_size, 1)
        if activation == "relu":
            self._begin_open()

    @torch.no_grad()
    def _begin_open(self) -> None:
        """Begin with positive weights and no bias, so that no unit is dead before it has learned anything."""
        self.weight_ih.abs_()
        self.weight_hh.abs_().mul_(0.5)
        self.bias_ih.zero_()
        self.bias_hh.zero_()

    def forward(self, numbers: Tensor) -> tuple[Tensor, Tensor]:
        """Read numbers (batch, length).

        Returns:
            The guess of the number after each, (batch, length), and the states (batch, length, hidden_size).
        """
        weights = CellWeights(self.weight_ih, self.weight_hh, self.bias_ih, self.bias_hh)
        rows = numbers.t().unsqueeze(2)  # (length, batch, 1)
        states, _ = run_layer("rnn", rows, weights, activation=self.activation)
        return self.output(states).squeeze(2).t(), states.transpose(0, 1)
