"""All that is needed to work out any gate of any unit at any token: the weights, what was read, what came out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from seqviz.models.cells.registry import Cell
from seqviz.models.cells.values import by_name
from seqviz.models.inspect.gates import reading
from seqviz.models.inspect.trace import Direction, LayerTrace, Trace
from seqviz.models.sentiment import SentimentNet


@dataclass(frozen=True)
class CellReading:
    """One text as one layer read it in one direction.

    Attributes:
        title: what people call it ("the net as it is").
        tokens: (num_tokens,).
        inputs: what the layer read, (num_tokens, input_size).
        gates: name -> (num_tokens, hidden_size).
        resets: tokens before which the state was emptied.
    """

    title: str
    tokens: tuple[str, ...]
    inputs: np.ndarray
    gates: dict[str, np.ndarray]
    resets: tuple[int, ...] = ()


@dataclass(frozen=True)
class CellView:
    """One layer in one direction with one or several readings.

    Attributes:
        cell: which equations.
        direction: of reading; in reverse, "before" is the token to the right.
        weights: by name: weight_ih, weight_hh, bias_ih, bias_hh as in PyTorch, and the cell's further ones.
        readings: the first is the net as it is.
    """

    cell: Cell
    direction: Direction
    weights: dict[str, np.ndarray]
    readings: tuple[CellReading, ...]


def layer_of(trace: Trace, layer: int, direction: Direction) -> LayerTrace:
    """Return one layer in one direction of a trace."""
    return next(one for one in trace.layers if (one.layer, one.direction) == (layer, direction))


def cell_weights(net: SentimentNet, layer: int, direction: Direction) -> dict[str, np.ndarray]:
    """Return the weights of a layer in one direction as NumPy, by name."""
    weights = by_name(net.recurrent.weights(layer, direction))
    return {name: tensor.detach().numpy() for name, tensor in weights.items()}


def cell_reading(
    title: str,
    net: SentimentNet,
    token_ids: Sequence[int] | np.ndarray,
    trace: Trace,
    place: tuple[int, Direction],
    resets: tuple[int, ...] = (),
) -> CellReading:
    """Put what one layer read beside what its gates did.

    Args:
        title: what people call it.
        net: the net that read.
        token_ids: (num_tokens,).
        trace: what it did.
        place: layer and direction.
        resets: tokens before which the state was emptied.
    """
    inputs = layer_inputs(net, token_ids, trace, place[0])
    return CellReading(title, trace.tokens, inputs, layer_of(trace, *place).gates, resets)


def layer_inputs(
    net: SentimentNet, token_ids: Sequence[int] | np.ndarray, trace: Trace, layer: int
) -> np.ndarray:
    """Return what a layer read, (num_tokens, input_size): the tokens' vectors, or the states of the layer below."""
    if layer:
        below = [one.gates["hidden_state"] for one in trace.layers if one.layer == layer - 1]
        return np.concatenate(below, axis=1)
    with reading(net):
        return net.vectors(torch.as_tensor(token_ids).unsqueeze(0))[0].numpy()
