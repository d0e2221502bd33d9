"""Break a net's insides while it reads: hold gates at a value, empty the state, and see what becomes of the text.

The net is run with the readable equations of its cell, token by token, so that a changed value acts on everything
that is computed after it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from seqviz.models.cells.registry import cell_named
from seqviz.models.cells.values import Hook, Values, identity
from seqviz.models.inspect.gates import reading
from seqviz.models.inspect.trace import Direction, LayerTrace, Trace
from seqviz.models.sentiment import SentimentNet
from seqviz.models.stack import joined


def limits_of(gate: str) -> tuple[float, float]:
    """Return between which values a gate or state lies by its equation: sigmoid, tanh, or a sum without bounds."""
    if gate.endswith("_gate"):
        return 0.0, 1.0
    return (-math.inf, math.inf) if gate == "cell_state" else (-1.0, 1.0)


@dataclass(frozen=True)
class Clamp:
    """Hold one gate or state at a value.

    Attributes:
        gate: its name (see `CellKind.gates`).
        value: what it is held at, within `limits_of` the gate: 0 and 1 are a shut and an open gate.
        unit: which unit; None for all.
        first: the first token of the text that it acts on.
        last: the last one, included; None for the text's last.
        layer: 0 for the layer that reads the embeddings.
        direction: which direction's gate.
    """

    gate: str
    value: float
    unit: int | None = None
    first: int = 0
    last: int | None = None
    layer: int = 0
    direction: Direction = "forward"

    def holds(self, token: int) -> bool:
        """Tell whether it acts on this token."""
        return self.first <= token and (self.last is None or token <= self.last)


@dataclass(frozen=True)
class Surgery:
    """What is done to the net.

    Attributes:
        clamps: gates and states held; a later one overrules an earlier one.
        resets: tokens before which every layer forgets all, in each direction's own order of reading.
    """

    clamps: tuple[Clamp, ...] = ()
    resets: tuple[int, ...] = ()


@dataclass(frozen=True)
class SurgeryResult:
    """What came of it.

    Attributes:
        trace: every gate and state, held ones included.
        positive: probability of the positive class.
    """

    trace: Trace
    positive: float


def operate(
    net: SentimentNet, token_ids: Sequence[int] | np.ndarray, tokens: Sequence[str], surgery: Surgery
) -> SurgeryResult:
    """Read one text with a net whose insides are changed; the net itself stays as it is.

    Args:
        net: is read with dropout off, whatever its mode.
        token_ids: (num_tokens,).
        tokens: their words, for display.
        surgery: with nothing in it, the answer is that of `gates.trace` and of the net.

    Raises:
        ValueError: if there is no token, ids and tokens are not equally many, or the surgery names something
            that this net or text does not have.
    """
    ids = torch.as_tensor(token_ids, dtype=torch.int64)
    if len(ids) != len(tokens) or not len(ids):
        raise ValueError(f"Surgery needs a token and an id for each: {len(tokens)} tokens, {len(ids)} ids.")
    _check(net, len(ids), surgery)
    layers: list[LayerTrace] = []
    top: tuple[Tensor, ...] = ()
    with reading(net):
        below = net.vectors(ids.unsqueeze(0))  # (1, num_tokens, embedding_dim)
        for layer in range(len(net.recurrent.hidden_sizes)):
            gates = {way: _read(net, below, layer, way, surgery) for way in net.recurrent.directions}
            layers += [_layer_trace(layer, way, values) for way, values in gates.items()]
            top = tuple(values["hidden_state"] for values in gates.values())
            below = joined(top)
        positive = net.logits(top, torch.tensor([len(ids)])).sigmoid().item()
    return SurgeryResult(Trace(net.recurrent.cell, tuple(tokens), tuple(layers)), positive)


def _layer_trace(layer: int, direction: Direction, gates: Values) -> LayerTrace:
    return LayerTrace(layer, direction, {name: value[0].float().numpy() for name, value in gates.items()})


def _read(net: SentimentNet, below: Tensor, layer: int, direction: Direction, surgery: Surgery) -> Values:
    """Read one layer in one direction; return its gates in text order, (1, num_tokens, hidden_size)."""
    weights = net.recurrent.weights(layer, direction)
    clamps = [clamp for clamp in surgery.clamps if (clamp.layer, clamp.direction) == (layer, direction)]
    order = range(below.shape[1]) if direction == "forward" else reversed(range(below.shape[1]))
    kind = cell_named(net.recurrent.cell)
    values, history = kind.initial_state(1, weights), {}
    for token in order:
        if token in surgery.resets:
            values = kind.initial_state(1, weights)
        hook = _holding([clamp for clamp in clamps if clamp.holds(token)])
        values = kind.step(below[:, token], values, weights, hook)
        history[token] = values
    return {name: torch.stack([history[t][name] for t in sorted(history)], dim=1) for name in values}


def _holding(clamps: list[Clamp]) -> Hook:
    """Return what puts held values in the place of computed ones."""
    if not clamps:
        return identity

    def hook(name: str, value: Tensor) -> Tensor:
        for clamp in clamps:
            if clamp.gate == name:
                value = value.clone()
                value[:, slice(None) if clamp.unit is None else clamp.unit] = clamp.value
        return value

    return hook


def _check(net: SentimentNet, num_tokens: int, surgery: Surgery) -> None:
    for token in surgery.resets:
        if not 0 <= token < num_tokens:
            raise ValueError(
                f"The text has tokens 0 to {num_tokens - 1}, but a reset is asked for at {token}."
            )
    for clamp in surgery.clamps:
        _check_clamp(net, num_tokens, clamp)


def _check_clamp(net: SentimentNet, num_tokens: int, clamp: Clamp) -> None:
    stack = net.recurrent
    gates = cell_named(stack.cell).gates
    if clamp.gate not in gates:
        raise ValueError(f"This net has {', '.join(gates)}, but a clamp names {clamp.gate!r}.")
    if not 0 <= clamp.layer < len(stack.hidden_sizes) or clamp.direction not in stack.directions:
        raise ValueError(f"This net has no layer {clamp.layer} in direction {clamp.direction!r} to clamp.")
    if clamp.unit is not None and not 0 <= clamp.unit < stack.hidden_sizes[clamp.layer]:
        last = stack.hidden_sizes[clamp.layer] - 1
        raise ValueError(f"Layer {clamp.layer} has units 0 to {last}, but a clamp names unit {clamp.unit}.")
    last = num_tokens - 1 if clamp.last is None else clamp.last
    if not 0 <= clamp.first <= last < num_tokens:
        asked = f"tokens {clamp.first} to {last}"
        raise ValueError(f"The text has tokens 0 to {num_tokens - 1}, but a clamp is asked for at {asked}.")
    if not np.isfinite(clamp.value):
        raise ValueError(f"A clamp's value is a number, but {clamp.value} came.")
    low, high = limits_of(clamp.gate)
    if not low <= clamp.value <= high:
        raise ValueError(f"{clamp.gate} lies between {low:g} and {high:g}, but {clamp.value:g} came.")
