"""The nets that learn to remember: one names a symbol, one adds two numbers."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from seqviz.models.cells.registry import Cell
from seqviz.models.cells.values import CellWeights
from seqviz.models.initial import initial_weights, with_forget_bias
from seqviz.models.layer import Activation, run_layer
from seqviz.models.stack import RecurrentStack

EMBEDDING_DIM = 16


class RecallNet(nn.Module):
    """Embedding, one recurrent layer, and a score for each symbol from the last state.

    Args:
        num_tokens: symbols and distractors together.
        num_symbols: symbols that can be asked for.
        cell: "rnn", "lstm" or "gru".
        hidden_size: units.
        forget_bias: of the LSTM; None leaves it as drawn.
    """

    def __init__(
        self, num_tokens: int, num_symbols: int, cell: Cell, hidden_size: int, forget_bias: float | None
    ) -> None:
        super().__init__()
        self.embedding = nn.Embedding(num_tokens, EMBEDDING_DIM)
        self.recurrent = RecurrentStack(cell, EMBEDDING_DIM, (hidden_size,))
        self.output = nn.Linear(hidden_size, num_symbols)
        if forget_bias is not None:
            self._set_forget_bias(forget_bias)

    @torch.no_grad()
    def _set_forget_bias(self, bias: float) -> None:
        weights = self.recurrent.weights(0, "forward")
        wanted = with_forget_bias(self.recurrent.cell, weights, bias)
        weights.bias_ih.copy_(wanted.bias_ih)
        weights.bias_hh.copy_(wanted.bias_hh)

    def forward(self, token_ids: Tensor) -> Tensor:
        """Return a score for each symbol, (batch, num_symbols), of token ids (batch, length)."""
        states = self.recurrent(self.vectors(token_ids))[-1][0]
        return self.output(states[:, -1])

    def vectors(self, token_ids: Tensor) -> Tensor:
        """Return each token's vector, (batch, length, embedding_dim), lying time first in memory."""
        return self.embedding(token_ids.t()).transpose(0, 1)


class AddingNet(nn.Module):
    """A plain recurrent layer that begins by passing its state on, times a factor, and one number out.

    Args:
        hidden_size: units.
        factor: of the identity matrix that the recurrent weights begin with: its spectral radius.
        activation: "relu" or "tanh".

    Source: Le, Jaitly & Hinton 2015: identity at the beginning.
    """

    def __init__(self, hidden_size: int, factor: float, activation: Activation) -> None:
        super().__init__()
        self.activation: Activation = activation
        drawn = initial_weights("rnn", 2, hidden_size)
        self.weight_ih = nn.Parameter(drawn.weight_ih)
        self.weight_hh = nn.Parameter(factor * torch.eye(hidden_size))
        self.bias_ih = nn.Parameter(torch.zeros(hidden_size))
        self.bias_hh = nn.Parameter(torch.zeros(hidden_size))
        self.output = nn.Linear(hidden_size, 1)

    def forward(self, inputs: Tensor) -> Tensor:
        """Return the sum it believes in, (batch,), of inputs (batch, length, 2)."""
        weights = CellWeights(self.weight_ih, self.weight_hh, self.bias_ih, self.bias_hh)
        states, _ = run_layer("rnn", inputs.transpose(0, 1), weights, activation=self.activation)
        return self.output(states[-1]).squeeze(1)
