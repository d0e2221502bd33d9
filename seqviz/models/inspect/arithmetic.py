r"""One unit at one token, worked out by hand: every product, the sums, the squashing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from seqviz.models.cells.kind import BEFORE, CellKind
from seqviz.models.cells.registry import Cell, cell_named
from seqviz.models.cells.values import from_names
from seqviz.models.inspect.cell_view import layer_inputs
from seqviz.models.inspect.gate_sums import GateSum, gate_sums
from seqviz.models.inspect.trace import Direction, Trace
from seqviz.models.sentiment import SentimentNet

#: Decimals of the values that the page shows.
SHOWN = 4
_MOST_DECIMALS = 12


@dataclass(frozen=True)
class UnitStep:
    """One unit at one token.

    Attributes:
        cell: which equations.
        sums: one for each block of the cell's weights.
        before: the states that the unit held before this token.
        values: what the net itself computed: gate name -> value, float32.
        decimals: with this many decimals in every intermediate number, the equations give the net's own
            values to the shown digits.
        shown: decimals of the result that are certain: 4, fewer where the last one lies on the edge.
    """

    cell: Cell
    sums: tuple[GateSum, ...]
    before: dict[str, float]
    values: dict[str, float]
    decimals: int
    shown: int


def unit_step(
    net: SentimentNet,
    token_ids: np.ndarray,
    trace: Trace,
    layer: int,
    direction: Direction,
    unit: int,
    token: int,
) -> UnitStep:
    """Work out one unit of one layer and direction at one token.

    Args:
        net: the net that read the text.
        token_ids: (num_tokens,).
        trace: what it did, as `gates.trace` returned it.
        layer: 0 for the layer that reads the embeddings.
        direction: of reading; in the reverse direction "before" is the token to the right.
        unit: unit number.
        token: position in the text.
    """
    gates = next(one.gates for one in trace.layers if (one.layer, one.direction) == (layer, direction))
    earlier = token - 1 if direction == "forward" else token + 1
    known = 0 <= earlier < len(trace.tokens)
    state = gates["hidden_state"][earlier] if known else np.zeros_like(gates["hidden_state"][0])
    values = {name: float(gate[token][unit]) for name, gate in gates.items()}
    kind = cell_named(trace.cell)
    heard = dict.fromkeys(kind.blocks, state)
    heard |= {block: state * gates[gate][token] for block, gate in kind.gated_state.items()}
    before: dict[str, float] = {
        name: float(gates[name][earlier][unit]) if known else 0.0 for name in kind.states
    }
    states = values | {name + BEFORE: value for name, value in before.items()}
    x = layer_inputs(net, token_ids, trace, layer)[token]
    sums = gate_sums(net, x, heard, states, (layer, direction, unit))
    decimals, shown = _digits(trace.cell, sums, before, values)
    return UnitStep(trace.cell, sums, before, values, decimals, shown)


def worked_out(
    cell: Cell, sums: tuple[GateSum, ...], before: dict[str, float], decimals: int
) -> dict[str, float]:
    """Follow the equations with every number rounded as soon as it is written down.

    Returns:
        Gate name -> value, and "<gate>_sum" -> what was squashed.
    """
    write: Callable[[float], float] = lambda number: round(number, decimals)  # noqa: E731
    kind = cell_named(cell)
    values: dict[str, float] = {}
    for one in sums:
        from_input, from_state, bias, state_bias = map(write, one.parts())
        past = from_state + state_bias
        if one.name in kind.gated_product:
            past *= values[kind.gated_product[one.name]]
        seen = _through_the_peephole(kind, one, values, before, write)
        total = write(from_input + bias + past + seen)
        squashed = sigmoid(total) if one.name.endswith("_gate") else float(np.tanh(total))
        values |= {f"{one.name}_sum": total, one.name: write(squashed)}
    return values | _states(kind, values, before, write)


def _through_the_peephole(
    kind: CellKind,
    one: GateSum,
    gates: dict[str, float],
    before: dict[str, float],
    write: Callable[[float], float],
) -> float:
    """Return the product that a block adds of a state it sees, 0 if it sees none; a new state follows from `gates`."""
    if one.peephole is None:
        return 0.0
    states = {name + BEFORE: write(value) for name, value in before.items()}
    if one.peephole.state not in states:
        states = _states(kind, gates, before, write)
    return write(one.peephole.weight) * states[one.peephole.state]


def _states(
    kind: CellKind, gates: dict[str, float], before: dict[str, float], write: Callable[[float], float]
) -> dict[str, float]:
    """Run the cell's own step, with the gates already written down put in, and round each state as it is computed."""

    def put_in(name: str, value: Tensor) -> Tensor:
        known = gates[name] if name in gates else write(float(value))
        return torch.full_like(value, known)

    one = torch.zeros(1, 1, dtype=torch.float64)
    shapes = kind.weight_shapes(1, 1)
    nothing = from_names({name: torch.zeros(shape, dtype=torch.float64) for name, shape in shapes.items()})
    held = {name: torch.full_like(one, write(value)) for name, value in before.items()}
    found = kind.step(one, held, nothing, put_in)
    return {name: float(value) for name, value in found.items() if name not in gates}


def sigmoid(number: float) -> float:
    """Return 1 / (1 + exp(-number)) without overflow."""
    return float(0.5 * (1 + np.tanh(0.5 * number)))


def _digits(
    cell: Cell, sums: tuple[GateSum, ...], before: dict[str, float], values: dict[str, float]
) -> tuple[int, int]:
    """Return how many decimals to write, and to show of the result, so that the two agree digit for digit."""
    for shown in range(SHOWN, -1, -1):
        for decimals in range(SHOWN, _MOST_DECIMALS + 1):
            found = worked_out(cell, sums, before, decimals)
            if all(
                round(found[name], shown) == round(value, shown)
                and not _halfway(found[name], decimals, shown)
                for name, value in values.items()
            ):
                return decimals, shown
    raise ArithmeticError("The equations do not give the net's values.")


def _halfway(number: float, decimals: int, shown: int) -> bool:
    """Tell whether a written number ends in a lone 5 behind the shown digits.

    It may itself have been rounded up to that 5 or down to it, so the shown digit would not follow from what is
    written before it.
    """
    whole = round(abs(number) * 10**decimals)
    return decimals > shown and 2 * (whole % 10 ** (decimals - shown)) == 10 ** (decimals - shown)
