"""What goes into each gate of one unit at one token: the weights, what they multiply, and the biases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from seqviz.models.cells.registry import cell_named
from seqviz.models.inspect.trace import Direction
from seqviz.models.sentiment import SentimentNet


@dataclass(frozen=True)
class Peephole:
    """A unit's own weight, and the state of the same unit that it multiplies.

    Attributes:
        weight: its value.
        state: which state: "cell_state" after the step, "cell_state₋₁" before it.
        value: the state's value in the net.
    """

    weight: float
    state: str
    value: float


@dataclass(frozen=True)
class GateSum:
    """What goes into one gate (or the candidate, or a plain cell's state) of one unit at one token.

    Attributes:
        name: of the gate.
        input_weights: of this gate and unit, (input_size,) float64.
        inputs: what the layer reads at the token, (input_size,).
        state_weights: of this gate and unit, (hidden_size,) float64.
        state: the hidden state before, (hidden_size,), times a gate where the cell has it so (`gated_state`).
        input_bias: PyTorch's bias_ih of this gate and unit.
        state_bias: its bias_hh.
        peephole: through which it sees a state of its own unit; None if it does not.
    """

    name: str
    input_weights: np.ndarray
    inputs: np.ndarray
    state_weights: np.ndarray
    state: np.ndarray
    input_bias: float
    state_bias: float
    peephole: Peephole | None = None

    def parts(self) -> tuple[float, float, float, float]:
        """Return the summed input products, the summed state products and the two biases."""
        return (
            float(self.input_weights @ self.inputs),
            float(self.state_weights @ self.state),
            self.input_bias,
            self.state_bias,
        )


def gate_sums(
    net: SentimentNet,
    x: np.ndarray,
    heard: Mapping[str, np.ndarray],
    states: Mapping[str, float],
    place: tuple[int, Direction, int],
) -> tuple[GateSum, ...]:
    """Gather what each block of a unit sums.

    Args:
        net: whose weights.
        x: what the layer read at the token, (input_size,).
        heard: block -> the hidden state before as the block hears it, (hidden_size,); in the blocks' order.
        states: the unit's states, by the names that peepholes have for them.
        place: layer, direction and unit.
    """
    layer, direction, unit = place
    weights = net.recurrent.weights(layer, direction)
    W, U, b, b_ = (tensor.detach().numpy().astype(np.float64) for tensor in weights.tensors())
    peepholes = {
        block: Peephole(float(weights.further[weight].detach()[unit]), state, states[state])
        for block, (weight, state) in cell_named(net.recurrent.cell).peepholes.items()
    }
    sums, wide = [], x.astype(np.float64)
    for k, (name, state) in enumerate(heard.items()):
        row = k * weights.hidden_size + unit
        biases = float(b[row]), float(b_[row])
        sums.append(
            GateSum(name, W[row], wide, U[row], state.astype(np.float64), *biases, peepholes.get(name))
        )
    return tuple(sums)
