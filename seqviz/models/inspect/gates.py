"""Every gate of every unit, read back exactly from the states of a fused layer.

A gate at token t depends on the token's vector and the hidden state before it. Once the fast layer has run,
all hidden states are known, so the gates of all tokens are one matrix product; only the LSTM's cell state
still has to be summed up along the text, element by element.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from seqviz.models.cells.registry import Cell, cell_named
from seqviz.models.cells.values import CellWeights, Values
from seqviz.models.inspect.trace import Direction, LayerTrace, Trace
from seqviz.models.sentiment import SentimentNet
from seqviz.models.stack import LayerStates, RecurrentStack, TextOrder, joined


@dataclass(frozen=True)
class LayerGates:
    """One layer in one direction: name -> (batch, length, hidden_size), in text order, zero at padding."""

    layer: int
    direction: Direction
    gates: Values


def trace(net: SentimentNet, token_ids: Sequence[int] | Tensor, tokens: Sequence[str]) -> Trace:
    """Read one text and return every gate.

    Args:
        net: is read with dropout off, whatever its mode.
        token_ids: (num_tokens,).
        tokens: their words, for display.

    Raises:
        ValueError: if there is no token, or ids and tokens are not equally many.
    """
    ids = torch.as_tensor(token_ids, dtype=torch.int64)
    if len(ids) != len(tokens) or not len(ids):
        raise ValueError(
            f"A trace needs at least one token and an id for each: {len(tokens)} tokens, {len(ids)} ids."
        )
    with reading(net):
        layers = layer_traces(net.recurrent, net.vectors(ids.unsqueeze(0)))
    return Trace(net.recurrent.cell, tuple(tokens), layers)


def layer_traces(stack: RecurrentStack, inputs: Tensor) -> tuple[LayerTrace, ...]:
    """Read one text and return every layer and direction with its gates.

    Args:
        stack: without dropout, as for `recover`.
        inputs: (1, num_tokens, input_size).
    """
    return tuple(map(_first_text, recover(stack, inputs)))


def _first_text(layer: LayerGates) -> LayerTrace:
    arrays = {name: value[0].float().contiguous().numpy() for name, value in layer.gates.items()}
    return LayerTrace(layer.layer, layer.direction, arrays)


@contextmanager
def reading(net: nn.Module) -> Iterator[None]:
    """Turn dropout and gradients off for a while, and the net back to its mode after."""
    training = net.training
    net.eval()
    try:
        with torch.no_grad():
            yield
    finally:
        net.train(training)


def recover(stack: RecurrentStack, inputs: Tensor, lengths: Tensor | None = None) -> list[LayerGates]:
    """Read a padded batch and return every gate of every layer and direction.

    Args:
        stack: without dropout: call `eval()` first, or use `reading`.
        inputs: (batch, length, input_size).
        lengths: tokens of each text, (batch,); None if none is padded.
    """
    return gates_of_states(stack, inputs, stack(inputs, lengths), lengths)


@torch.no_grad()
def gates_of_states(
    stack: RecurrentStack, inputs: Tensor, states: LayerStates, lengths: Tensor | None = None
) -> list[LayerGates]:
    """Return the gates behind states that `stack(inputs, lengths)` returned with dropout off."""
    order = TextOrder(inputs.shape[1], lengths)
    below, found = inputs, []
    for layer, directions in enumerate(states):
        for direction, hidden_states in zip(stack.directions, directions, strict=True):
            weights = stack.weights(layer, direction)
            gates = _in_text_order(stack.cell, below, hidden_states, weights, direction, order)
            found.append(LayerGates(layer, direction, gates))
        below = joined(directions)
    return found


def _in_text_order(
    cell: Cell, inputs: Tensor, states: Tensor, weights: CellWeights, direction: Direction, order: TextOrder
) -> Values:
    """Turn the text round for the reverse direction, recover, and turn the gates back."""
    rows, hidden_states = inputs.transpose(0, 1), states.transpose(0, 1)
    if direction == "forward":
        gates = recover_layer(cell, rows, hidden_states, weights)
    else:
        gates = recover_layer(cell, order.reverse(rows), order.reverse(hidden_states), weights)
        gates = {name: order.reverse(value) for name, value in gates.items()}
    return {name: order.blank_padding(value).transpose(0, 1) for name, value in gates.items()}


@torch.no_grad()
def recover_layer(cell: Cell, rows: Tensor, hidden_states: Tensor, weights: CellWeights) -> Values:
    """Return the gates of one layer in the order in which it read; on the CPU.

    Args:
        cell: which cell.
        rows: what it read, time first, (length, batch, input_size).
        hidden_states: what it answered from a state of zeros, (length, batch, hidden_size).
        weights: its weights.

    Returns:
        Name of each gate and state of the cell -> (length, batch, hidden_size).

    Raises:
        ValueError: if the cell is unknown.
    """
    return cell_named(cell).recover(rows, hidden_states, weights)
