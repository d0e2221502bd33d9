"""Small nets and batches that the tests of this room share."""

from __future__ import annotations

import torch
from torch import nn

from seqviz.models.cells.registry import CELLS
from seqviz.models.sentiment import SentimentNet
from seqviz.models.stack import RecurrentStack

#: The cells that PyTorch has a layer of, and its class.
THEIRS = {cell: getattr(nn, kind.torch_layer_name) for cell, kind in CELLS.items() if kind.torch_layer_name}


def generator(seed=0):
    return torch.Generator().manual_seed(seed)


def small_stack(cell, hidden_sizes=(5, 3), bidirectional=True, input_size=4, seed=0):
    return RecurrentStack(cell, input_size, hidden_sizes, bidirectional, generator=generator(seed))


def small_net(cell="lstm", hidden_sizes=(5,), bidirectional=False, pooling="max+mean", dropout=0.0, seed=0):
    return SentimentNet(20, 4, cell, hidden_sizes, bidirectional, dropout, pooling, generator(seed))


def padded_batch(lengths=(7, 3, 1, 5), input_size=4, seed=1):
    """Return inputs (batch, length, input_size) with noise, not zeros, at padding; and lengths (batch,)."""
    inputs = torch.randn(len(lengths), max(lengths), input_size, generator=generator(seed))
    return inputs, torch.tensor(lengths)
