"""The net that reads a review and says how likely it is to praise; and how many numbers it consists of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor, nn

from seqviz.models.cells.registry import Cell, cell_named
from seqviz.models.stack import LayerStates, RecurrentStack, TextOrder, joined

Pooling = Literal["last", "mean", "max", "max+mean"]

POOLINGS: tuple[Pooling, ...] = ("last", "mean", "max", "max+mean")


class SentimentNet(nn.Module):
    """Embedding, recurrent layers, pooling over the text, one logit.

    Dropout acts on what goes from one recurrent layer to the next and, unless told otherwise, on the pooled vector.

    Args:
        vocabulary_size: number of known words, padding and unknown included.
        embedding_dim: length of a word's vector.
        cell: "rnn", "lstm" or "gru".
        hidden_sizes: units of each recurrent layer, bottom first.
        bidirectional: read each text from its end as well.
        dropout: share of values dropped while training, 0 to 1.
        pooling: what of the top layer's states the output sees: the state after each direction's last token,
            their mean over the text, their largest values, or largest and mean.
        generator: where the initial weights come from; torch's global one if None.
        dropout_before_output: drop values of the pooled vector too.
    """

    def __init__(
        self,
        vocabulary_size: int,
        embedding_dim: int,
        cell: Cell,
        hidden_sizes: Sequence[int],
        bidirectional: bool = False,
        dropout: float = 0.0,
        pooling: Pooling = "max+mean",
        generator: torch.Generator | None = None,
        dropout_before_output: bool = True,
    ) -> None:
        super().__init__()
        if pooling not in POOLINGS:
            raise ValueError(f"The pooling must be one of {', '.join(POOLINGS)}, but it is {pooling!r}.")
        self.pooling: Pooling = pooling
        self.embedding = nn.Embedding(vocabulary_size, embedding_dim, padding_idx=0)
        self.recurrent = RecurrentStack(
            cell, embedding_dim, hidden_sizes, bidirectional, dropout, generator=generator
        )
        self.dropout = nn.Dropout(dropout if dropout_before_output else 0.0)
        self.output = nn.Linear(pooled_size(self.recurrent.output_size, pooling), 1)
        self._reset_ends(generator)

    def _reset_ends(self, generator: torch.Generator | None) -> None:
        """Draw embedding and output as PyTorch does, from the given generator."""
        nn.init.normal_(self.embedding.weight, generator=generator)
        bound = self.output.in_features**-0.5
        for tensor in self.output.parameters():
            nn.init.uniform_(tensor, -bound, bound, generator=generator)
        with torch.no_grad():
            self.embedding.weight[0].zero_()

    def forward(self, token_ids: Tensor, lengths: Tensor) -> Tensor:
        """Read a padded batch of texts.

        Args:
            token_ids: (batch, length) int64, padded at the end with 0.
            lengths: tokens of each text, (batch,); an empty text is read as one padding.

        Returns:
            Logits of the positive class, (batch,).
        """
        lengths = lengths.clamp(min=1)
        return self.logits(self.states(token_ids, lengths)[-1], lengths)

    def states(self, token_ids: Tensor, lengths: Tensor) -> LayerStates:
        """Return every layer's hidden states (see `RecurrentStack.forward`)."""
        return self.recurrent(self.vectors(token_ids), lengths)

    def vectors(self, token_ids: Tensor) -> Tensor:
        """Return each token's vector, (batch, length, embedding_dim), lying time first in memory."""
        return self.embedding(token_ids.t()).transpose(0, 1)

    def logits(self, top: tuple[Tensor, ...], lengths: Tensor) -> Tensor:
        """Return logits (batch,) from the top layer's states, (batch, length, hidden_size) a direction."""
        return self.output(self.dropout(pool(top, lengths, self.pooling))).squeeze(1)


def pooled_size(size: int, pooling: Pooling) -> int:
    """Return the length of what the output layer sees."""
    return 2 * size if pooling == "max+mean" else size


def pool(top: tuple[Tensor, ...], lengths: Tensor, pooling: Pooling) -> Tensor:
    """Make one vector of a text's states; padding has no part in it.

    Args:
        top: states of each direction, (batch, length, hidden_size), in text order, zero at padding.
        lengths: tokens of each text, (batch,).
        pooling: see `SentimentNet`.

    Returns:
        (batch, `pooled_size` of all directions' units together).
    """
    if pooling == "last":
        return _after_last_token(top, lengths)
    states = joined(top)  # (batch, length, directions * hidden_size)
    parts = []
    if pooling in ("max", "max+mean"):
        real = TextOrder(states.shape[1], lengths).real
        rows = states if real is None else states.masked_fill(~real.transpose(0, 1), -torch.inf)
        parts.append(rows.amax(dim=1))
    if pooling in ("mean", "max+mean"):
        parts.append(states.sum(dim=1) / lengths.unsqueeze(1))
    return torch.cat(parts, dim=1)


def _after_last_token(top: tuple[Tensor, ...], lengths: Tensor) -> Tensor:
    """Return the state after the last token read: the text's last forward, its first in reverse."""
    texts = torch.arange(len(lengths), device=lengths.device)
    return torch.cat([top[0][texts, lengths - 1], *(states[:, 0] for states in top[1:])], dim=1)


@dataclass(frozen=True)
class ParameterCount:
    """Numbers that training adjusts."""

    embedding: int
    recurrent: tuple[int, ...]  # per layer, all directions together
    output: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.embedding + sum(self.recurrent) + self.output


def layer_parameters(cell: Cell, input_size: int, hidden_size: int, library: str = "pytorch") -> int:
    """Count one layer's weights in one direction; see `CellKind.parameters`."""
    return cell_named(cell).parameters(input_size, hidden_size, library)


def count_parameters(
    vocabulary_size: int,
    embedding_dim: int,
    cell: Cell,
    hidden_sizes: Sequence[int],
    bidirectional: bool = False,
    pooling: Pooling = "max+mean",
    library: str = "pytorch",
) -> ParameterCount:
    """Count a `SentimentNet`'s parameters by formula, or those of its twin in Keras."""
    directions = 2 if bidirectional else 1
    sizes = [embedding_dim, *(directions * size for size in hidden_sizes)]
    layers = tuple(
        directions * layer_parameters(cell, below, size, library)
        for below, size in zip(sizes, hidden_sizes, strict=False)
    )
    return ParameterCount(vocabulary_size * embedding_dim, layers, pooled_size(sizes[-1], pooling) + 1)
