"""Attention: for each word to write, how much of each word that was read?"""

from __future__ import annotations

import math
from typing import Literal

import torch
from torch import Tensor, nn

AttentionKind = Literal["none", "dot", "additive"]


class DotAttention(nn.Module):
    """Scores a source state by its dot product with the decoder's state, over the square root of their length.

    Source: Luong et al. 2015 ("dot"); the scaling is Vaswani et al. 2017.
    """

    def forward(self, queries: Tensor, keys: Tensor, mask: Tensor) -> Tensor:
        """Return attention weights, (batch, target_length, source_length), rows sum to 1.

        Args:
            queries: decoder states, (batch, target_length, hidden_size).
            keys: encoder states, (batch, source_length, hidden_size).
            mask: True where there is a source token, (batch, source_length).
        """
        scores = queries @ keys.transpose(1, 2) / math.sqrt(keys.shape[2])
        return _softmax(scores, mask)


class AdditiveAttention(nn.Module):
    """Scores a source state by a small net: v · tanh(W_q q + W_k k).

    Args:
        hidden_size: length of the states, and of the net's hidden layer.

    Source: Bahdanau et al. 2015. There the decoder's state *before* its update asks; here, as in Luong et al.
    2015, the one after it, so that all target steps are computed at once in training.
    """

    def __init__(self, hidden_size: int) -> None:
        super().__init__()
        self.query = nn.Linear(hidden_size, hidden_size, bias=False)
        self.key = nn.Linear(hidden_size, hidden_size, bias=False)
        self.score = nn.Linear(hidden_size, 1, bias=False)

    def forward(self, queries: Tensor, keys: Tensor, mask: Tensor) -> Tensor:
        """Return attention weights, (batch, target_length, source_length), rows sum to 1; see `DotAttention`."""
        asked = self.query(queries).unsqueeze(2)  # (batch, target_length, 1, hidden_size)
        offered = self.key(keys).unsqueeze(1)  # (batch, 1, source_length, hidden_size)
        scores = self.score(torch.tanh(asked + offered)).squeeze(3)  # (batch, target_length, source_length)
        return _softmax(scores, mask)


def _softmax(scores: Tensor, mask: Tensor) -> Tensor:
    return scores.masked_fill(~mask.unsqueeze(1), -math.inf).softmax(dim=2)
