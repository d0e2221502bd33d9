"""Nets with an answer at every token: one labels it, one guesses it from what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import torch
from torch import Tensor, nn

from seqviz.models.cells.registry import Cell
from seqviz.models.initial import with_forget_bias
from seqviz.models.stack import LayerStates, RecurrentStack, TextOrder, joined

Side = Literal["left", "right", "both"]


class TaggingNet(nn.Module):
    """Embedding, recurrent layers in one or two directions, and a score for each label at each token.

    Args:
        vocabulary_size: known words, padding and unknown included.
        embedding_dim: numbers in a word's vector.
        cell: "rnn", "lstm" or "gru".
        hidden_sizes: units of each layer, bottom first.
        bidirectional: read from both ends.
        num_labels: labels to choose from.
    """

    def __init__(
        self,
        vocabulary_size: int,
        embedding_dim: int,
        cell: Cell,
        hidden_sizes: Sequence[int],
        bidirectional: bool,
        num_labels: int,
    ) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocabulary_size, embedding_dim, padding_idx=0)
        self.recurrent = RecurrentStack(cell, embedding_dim, hidden_sizes, bidirectional)
        self.output = nn.Linear(self.recurrent.output_size, num_labels)

    def forward(self, token_ids: Tensor, lengths: Tensor) -> Tensor:
        """Return scores (batch, length, num_labels) of token ids (batch, length)."""
        return self.output(joined(self.states(token_ids, lengths)[-1]))

    def states(self, token_ids: Tensor, lengths: Tensor) -> LayerStates:
        """Return every layer's hidden states (see `RecurrentStack.forward`)."""
        return self.recurrent(self.vectors(token_ids), lengths)

    def vectors(self, token_ids: Tensor) -> Tensor:
        """Return each token's vector, (batch, length, embedding_dim), lying time first in memory."""
        return self.embedding(token_ids.t()).transpose(0, 1)


class FillInNet(nn.Module):
    """Guesses the word at every position from the words before it, those after it, or both, never from itself.

    One stack reads from the left, one from the right. For position t the state after t-1 and the state before t+1 are
    used, so that neither has seen the word asked for; this is what makes filling in fair where predicting the next
    word from both directions is not.

    Args:
        vocabulary_size: known words, padding and unknown included.
        embedding_dim: numbers in a word's vector.
        cell: "rnn", "lstm" or "gru".
        hidden_sizes: units of each layer of each stack, bottom first.
        side: which words may be seen.
    """

    def __init__(
        self, vocabulary_size: int, embedding_dim: int, cell: Cell, hidden_sizes: Sequence[int], side: Side
    ) -> None:
        super().__init__()
        self.side: Side = side
        self.embedding = nn.Embedding(vocabulary_size, embedding_dim, padding_idx=0)
        self.before = RecurrentStack(cell, embedding_dim, hidden_sizes) if side != "right" else None
        self.after = RecurrentStack(cell, embedding_dim, hidden_sizes) if side != "left" else None
        self.output = nn.Linear(hidden_sizes[-1] * (2 if side == "both" else 1), vocabulary_size)

    def forward(self, token_ids: Tensor, lengths: Tensor) -> Tensor:
        """Return scores (batch, length, vocabulary_size) for the word at each position."""
        order = TextOrder(token_ids.shape[1], lengths)
        rows = self.embedding(token_ids.t())  # (length, batch, embedding_dim)
        known = []
        if self.before is not None:
            states = order.blank_padding(_read(self.before, rows))
            known.append(torch.cat([torch.zeros_like(states[:1]), states[:-1]]))
        if self.after is not None:
            states = order.blank_padding(order.reverse(_read(self.after, order.reverse(rows))))
            known.append(torch.cat([states[1:], torch.zeros_like(states[:1])]))
        return self.output(torch.cat(known, dim=2)).transpose(0, 1)


def _read(stack: RecurrentStack, rows: Tensor) -> Tensor:
    """Return the top layer's states, time first."""
    return stack(rows.transpose(0, 1))[-1][0].transpose(0, 1)


def set_forget_bias(stack: RecurrentStack, bias: float) -> None:
    """Set the forget-gate bias of every layer of an LSTM; other cells stay as they are."""
    with torch.no_grad():
        for layer in range(len(stack.hidden_sizes)):
            for direction in stack.directions:
                weights = stack.weights(layer, direction)
                wanted = with_forget_bias(stack.cell, weights, bias)
                weights.bias_ih.copy_(wanted.bias_ih)
                weights.bias_hh.copy_(wanted.bias_hh)
