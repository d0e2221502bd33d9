"""A language model: after each symbol of a text, which symbol comes next?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from seqviz.models.cells.registry import Cell
from seqviz.models.layer import run_layer
from seqviz.models.stack import RecurrentStack

WINDOW = 256  # symbols measured at a time
CONTEXT = 64  # symbols read before them, not measured
BATCH_SIZE = 32


class LanguageNet(nn.Module):
    """Embedding, recurrent layers, and a score for every symbol of the vocabulary.

    It reads in one direction only: a net that reads from both ends would see the answer.

    Args:
        vocabulary_size: number of symbols.
        embedding_dim: numbers in a symbol's vector.
        cell: "rnn", "lstm" or "gru".
        hidden_sizes: units of each layer, bottom first.
        dropout: share of values dropped between layers and before the output, while training.
    """

    def __init__(
        self,
        vocabulary_size: int,
        embedding_dim: int,
        cell: Cell,
        hidden_sizes: Sequence[int],
        dropout: float = 0.0,
    ) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocabulary_size, embedding_dim)
        self.recurrent = RecurrentStack(cell, embedding_dim, hidden_sizes)
        self.dropout = nn.Dropout(dropout)
        self.output = nn.Linear(hidden_sizes[-1], vocabulary_size)

    def forward(self, token_ids: Tensor) -> Tensor:
        """Score the next symbol after every symbol.

        Args:
            token_ids: time first, (length, batch).

        Returns:
            Logits, (length, batch, vocabulary_size).
        """
        states = self.embedding(token_ids)  # (length, batch, embedding_dim)
        for layer in range(len(self.recurrent.hidden_sizes)):
            below = self.dropout(states) if layer else states
            weights = self.recurrent.weights(layer, "forward")
            states, _ = run_layer(self.recurrent.cell, below, weights)  # (length, batch, hidden_size)
        return self.output(self.dropout(states))

    def loss(self, token_ids: Tensor) -> Tensor:
        """Return the mean -ln P of the second to the last row, (length, batch) -> ()."""
        logits = self(token_ids[:-1])
        return cross_entropy(logits.flatten(0, 1), token_ids[1:].flatten())


@torch.no_grad()
def nats(net: LanguageNet, ids: np.ndarray) -> float:
    """Return the sum of -ln P over the second symbol of a text to its last, dropout off.

    The text is read in windows; before each window the net reads the `CONTEXT` symbols in front of it, so
    that its state is warm. Leaves the net in its former mode.

    Args:
        net: the model.
        ids: the text, (num_symbols,).
    """
    was_training = net.training
    net.eval()
    starts = range(1, len(ids), WINDOW)
    total = 0.0
    for first in range(0, len(starts), BATCH_SIZE):
        total += _nats_of(net, [_window(ids, start) for start in starts[first : first + BATCH_SIZE]])
    net.train(was_training)
    return total


def _window(ids: np.ndarray, start: int) -> tuple[np.ndarray, int]:
    """The symbols to read, and how many of them are context only."""
    first = max(0, start - CONTEXT)
    return ids[first : start + WINDOW], start - first


def _nats_of(net: LanguageNet, windows: list[tuple[np.ndarray, int]]) -> float:
    length = max(len(symbols) for symbols, _ in windows)
    token_ids = np.zeros((length, len(windows)), np.int64)
    counted = np.zeros((length, len(windows)), bool)
    for column, (symbols, context) in enumerate(windows):
        token_ids[: len(symbols), column] = symbols
        counted[context : len(symbols), column] = True
    read = torch.from_numpy(token_ids)
    losses = cross_entropy(net(read[:-1]).flatten(0, 1), read[1:].flatten(), reduction="none")
    return float(losses.double()[torch.from_numpy(counted[1:]).flatten()].sum())
