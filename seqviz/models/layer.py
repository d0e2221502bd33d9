"""One layer in one direction, as fast as it can be run: the states of the equations without the gates."""

from __future__ import annotations

from torch import Tensor

from seqviz.models.cells.registry import Cell, cell_named
from seqviz.models.cells.values import Activation, CellWeights, State


def empty_state(cell: Cell, batch: int, weights: CellWeights) -> State:
    """Return the zeros a layer starts from."""
    return tuple(cell_named(cell).initial_state(batch, weights).values())


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
    kind = cell_named(cell)
    before = empty_state(cell, inputs.shape[1], weights) if state is None else state
    return kind.run(inputs, weights, before, activation)
