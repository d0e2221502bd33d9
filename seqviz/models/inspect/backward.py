"""The gradient of a loss at the end, carried back through a layer by hand: exact, and quicker than autograd.

The forward pass is the fused one, the gates are recovered, everything that multiplies the gradient on its way back
is computed for all tokens at once, and the backward pass is a few operations per token.

`torch.autograd.grad(loss, nn_lstm_output)` is not this quantity: the returned sequence is a copy, so only its last
row has a gradient.
"""

from __future__ import annotations

import torch
from torch import Tensor

from seqviz.models.cells.backward import StateGradients
from seqviz.models.cells.registry import Cell, cell_named
from seqviz.models.cells.values import CellWeights, by_name, from_names
from seqviz.models.inspect.gates import recover_layer
from seqviz.models.layer import Activation, run_layer
from seqviz.models.subnormals import without_subnormals


@torch.no_grad()
def backward_through_time(
    cell: Cell, rows: Tensor, weights: CellWeights, loss: Tensor, activation: Activation = "tanh"
) -> StateGradients:
    """Carry the gradient of a loss from the last hidden state back to every state and input.

    Args:
        cell: which cell.
        rows: what the layer read, time first, (length, batch, input_size).
        weights: of the layer.
        loss: dL/dh_T, (batch, hidden_size); of one text also several, (losses, hidden_size).
        activation: of the plain cell.

    Returns:
        The gradients; their batch is that of `loss`. What is too small for the number format to hold with all its
        digits (1.2e-38 in float32) is 0.

    Raises:
        ValueError: if the cell is unknown.
    """
    with without_subnormals():  # forty of 200 tokens, where the gradient fades
        return _backward(cell, rows, weights, loss, activation)


def _backward(
    cell: Cell, rows: Tensor, weights: CellWeights, loss: Tensor, activation: Activation
) -> StateGradients:
    detached = from_names({name: tensor.detach() for name, tensor in by_name(weights).items()})
    hidden_states, _ = run_layer(cell, rows, detached, activation=activation)
    recovered = recover_layer(cell, rows, hidden_states, detached)
    gates = {name: value.expand(-1, len(loss), -1) for name, value in recovered.items()}
    return cell_named(cell).backward(rows, gates, detached, loss, activation)
