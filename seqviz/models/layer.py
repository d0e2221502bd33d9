"""One layer in one direction, as fast as it can be run: the states of `cells.py` without the gates."""

from __future__ import annotations

from typing import Literal

import torch
from torch import Tensor

from seqviz.models.cells.equations import CellWeights, check_cell
from seqviz.models.cells.fast_gru import fast_gru
from seqviz.models.inspect.trace import Cell

Activation = Literal["tanh", "relu"]

#: What a layer holds between two tokens, each (batch, hidden_size): hidden state, then the LSTM's cell state.
State = tuple[Tensor, ...]


def empty_state(cell: Cell, batch: int, weights: CellWeights) -> State:
    """Return the zeros a layer starts from."""
    zeros = weights.weight_hh.new_zeros(batch, weights.hidden_size)
    return (zeros, zeros) if cell == "lstm" else (zeros,)


def run_layer(
    cell: Cell,
    inputs: Tensor,
    weights: CellWeights,
    state: State | None = None,
    activation: Activation = "tanh",
) -> tuple[Tensor, State]:
    """Read a batch from its first row to its last, padding and all.

    Args:
        cell: which cell.
        inputs: time first, (length, batch, input_size).
        weights: of this cell.
        state: what the layer holds before the first row; zeros if None.
        activation: of the plain cell only.

    Returns:
        The hidden states, (length, batch, hidden_size), and the state after the last row.

    Raises:
        ValueError: if the cell is unknown.
    """
    check_cell(cell)
    before = empty_state(cell, inputs.shape[1], weights) if state is None else state
    if cell == "gru" and inputs.device.type == "cpu":
        hidden_states = fast_gru(inputs, before[0], *weights.tensors())
        return hidden_states, (hidden_states[-1],)
    return _run_torch(cell, inputs, weights, before, activation)


def _run_torch(
    cell: Cell, inputs: Tensor, weights: CellWeights, state: State, activation: Activation
) -> tuple[Tensor, State]:
    """Run PyTorch's own op: with biases, 1 layer, dropout 0, train or not, one direction, time first."""
    how = (True, 1, 0.0, torch.is_grad_enabled(), False, False)
    stacked = [held.unsqueeze(0).contiguous() for held in state]
    flat = list(weights.tensors())
    if cell == "lstm":
        hidden_states, hidden, memory = torch.lstm(inputs, stacked, flat, *how)
        return hidden_states, (hidden[0], memory[0])
    if cell == "gru":
        hidden_states, hidden = torch.gru(inputs, stacked[0], flat, *how)
    else:
        operation = torch.rnn_tanh if activation == "tanh" else torch.rnn_relu
        hidden_states, hidden = operation(inputs, stacked[0], flat, *how)
    return hidden_states, (hidden[0],)
