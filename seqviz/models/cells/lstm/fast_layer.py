"""The LSTM layer as it is trained: PyTorch's own fused operation."""

from __future__ import annotations

import torch
from torch import Tensor

from seqviz.models.cells.values import Activation, CellWeights, State


def lstm_layer(
    inputs: Tensor, weights: CellWeights, state: State, activation: Activation
) -> tuple[Tensor, State]:
    """Read a batch, time first: with biases, 1 layer, dropout 0, train or not, one direction."""
    how = (True, 1, 0.0, torch.is_grad_enabled(), False, False)
    before = [held.unsqueeze(0).contiguous() for held in state]
    hidden_states, hidden, memory = torch.lstm(inputs, before, list(weights.tensors()), *how)
    return hidden_states, (hidden[0], memory[0])
