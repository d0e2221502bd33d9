"""An encoder that reads a sequence and a decoder that writes another, with or without attention between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from seqviz.models.attention import AdditiveAttention, AttentionKind, DotAttention
from seqviz.models.cells.registry import Cell
from seqviz.models.layer import State, run_layer
from seqviz.models.stack import RecurrentStack

PADDING, UNKNOWN, START, END = 0, 1, 2, 3
SPECIALS = ("<pad>", "<unk>", "[START]", "[END]")


class Encoded(NamedTuple):
    """What the encoder leaves.

    Attributes:
        states: (batch, source_length, hidden_size), zero at padding.
        mask: True where there is a source token, (batch, source_length).
        context: what the decoder starts from: the state after each source's last token, each (batch, hidden_size).
    """

    states: Tensor
    mask: Tensor
    context: State


class Written(NamedTuple):
    """What the decoder says at each step.

    Attributes:
        logits: (batch, target_length, vocabulary_size).
        attention: (batch, target_length, source_length), or None without attention.
        states: the decoder's hidden states, (batch, target_length, hidden_size).
        last: the state after the last step.
    """

    logits: Tensor
    attention: Tensor | None
    states: Tensor
    last: State


@dataclass(frozen=True)
class Shape:
    """What an encoder-decoder net is made of.

    Attributes:
        source_vocabulary: number of source tokens.
        target_vocabulary: number of target tokens.
        embedding_dim: numbers in a token's vector.
        hidden_size: units of encoder and decoder: the size of the context vector.
        cell: "rnn", "lstm" or "gru".
        attention: "none", "dot" or "additive".
        dropout: share of values dropped while training: of the embedded tokens and before the output.
    """

    source_vocabulary: int
    target_vocabulary: int
    embedding_dim: int
    hidden_size: int
    cell: Cell
    attention: AttentionKind
    dropout: float = 0.0


class TranslationNet(nn.Module):
    """Encoder, context vector, decoder.

    Without attention all that the decoder knows of the source is the context vector. With attention it also
    looks at every encoder state after each of its own updates (Luong et al. 2015, without input feeding).

    Args:
        shape: the sizes.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.cell: Cell = shape.cell
        size = shape.hidden_size
        self.source_embedding = nn.Embedding(
            shape.source_vocabulary, shape.embedding_dim, padding_idx=PADDING
        )
        self.encoder = RecurrentStack(shape.cell, shape.embedding_dim, (size,))
        self.target_embedding = nn.Embedding(
            shape.target_vocabulary, shape.embedding_dim, padding_idx=PADDING
        )
        self.decoder = RecurrentStack(shape.cell, shape.embedding_dim, (size,))
        self.attention: nn.Module | None = None
        if shape.attention != "none":
            self.attention = DotAttention() if shape.attention == "dot" else AdditiveAttention(size)
            self.combine = nn.Linear(2 * size, size)
        self.dropout = nn.Dropout(shape.dropout)
        self.output = nn.Linear(size, shape.target_vocabulary)

    def encode(self, source_ids: Tensor, lengths: Tensor) -> Encoded:
        """Read a padded batch of sources.

        Args:
            source_ids: (batch, source_length), padded at the end.
            lengths: (batch,), at least 1 each.
        """
        embedded = self.dropout(
            self.source_embedding(source_ids.t())
        )  # (source_length, batch, embedding_dim)
        weights = self.encoder.weights(0, "forward")
        mask = torch.arange(source_ids.shape[1]) < lengths.unsqueeze(1)  # (batch, source_length)
        if bool((lengths == source_ids.shape[1]).all()):  # nothing is padded
            states, context = run_layer(self.cell, embedded, weights)
        else:
            states, context = self._encode_padded(embedded, lengths)
        return Encoded(states.transpose(0, 1) * mask.unsqueeze(2), mask, context)

    def _encode_padded(self, embedded: Tensor, lengths: Tensor) -> tuple[Tensor, State]:
        """Read texts of different lengths: stop at each length, and keep the states of those that end there."""
        weights = self.encoder.weights(0, "forward")
        state: State | None = None
        parts, ended, place = [], [], 0
        for end in sorted(set(lengths.tolist())):
            states, state = run_layer(self.cell, embedded[place:end], weights, state)
            parts.append(states)
            ended.append((lengths == end, state))
            place = end
        parts.append(parts[0].new_zeros(len(embedded) - place, *parts[0].shape[1:]))
        context = [torch.zeros_like(held) for held in ended[0][1]]
        for rows, held in ended:
            context = [
                torch.where(rows.unsqueeze(1), new, old) for new, old in zip(held, context, strict=True)
            ]
        return torch.cat(parts), tuple(context)

    def write(
        self, target_ids: Tensor, encoded: Encoded, state: State | None = None, forced: Tensor | None = None
    ) -> Written:
        """Read target tokens and score what follows each.

        Args:
            target_ids: (batch, target_length), [START] first.
            encoded: what the encoder left.
            state: of the decoder; the context where None.
            forced: attention weights to be used in place of the net's own, (batch, target_length, source_length).
        """
        embedded = self.dropout(
            self.target_embedding(target_ids.t())
        )  # (target_length, batch, embedding_dim)
        before = encoded.context if state is None else state
        states, last = run_layer(self.cell, embedded, self.decoder.weights(0, "forward"), before)
        states = states.transpose(0, 1)  # (batch, target_length, hidden_size)
        if self.attention is None:
            return Written(self.output(self.dropout(states)), None, states, last)
        attention = self.attention(states, encoded.states, encoded.mask) if forced is None else forced
        looked_at = attention @ encoded.states  # (batch, target_length, hidden_size)
        combined = torch.tanh(self.combine(torch.cat([looked_at, states], dim=2)))
        return Written(self.output(self.dropout(combined)), attention, states, last)

    def loss(self, source_ids: Tensor, lengths: Tensor, target_ids: Tensor) -> Tensor:
        """Return the mean -ln P of the target tokens after [START], the true ones before each given (teacher forcing).

        Args:
            source_ids: (batch, source_length).
            lengths: (batch,).
            target_ids: (batch, target_length), from [START] to [END], then padding.
        """
        logits = self.write(target_ids[:, :-1], self.encode(source_ids, lengths)).logits
        return cross_entropy(logits.flatten(0, 1), target_ids[:, 1:].flatten(), ignore_index=PADDING)

    def free_running_loss(self, source_ids: Tensor, lengths: Tensor, target_ids: Tensor) -> Tensor:
        """Return the same loss where the decoder reads its own likeliest tokens in place of the true ones."""
        encoded = self.encode(source_ids, lengths)
        token, state, rows = target_ids[:, :1], None, []
        for _ in range(target_ids.shape[1] - 1):
            step = self.write(token, encoded, state)
            rows.append(step.logits)
            token, state = step.logits.argmax(2), step.last
        return cross_entropy(
            torch.cat(rows, 1).flatten(0, 1), target_ids[:, 1:].flatten(), ignore_index=PADDING
        )
