"""What the backward passes of all cells share: the gradients that one finds, and room for them."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from seqviz.models.cells.values import CellWeights

#: Tokens whose gates are worked on together: fewer make more and smaller products, more take more memory.
TOKENS_AT_ONCE = 256


@dataclass(frozen=True)
class StateGradients:
    """Gradients of a loss that looks at the last state only; time first.

    Attributes:
        hidden_states: dL/dh_t, (length, batch, hidden_size).
        cell_states: dL/dc_t, the same shape; None where the cell has no cell state.
        sums: dL/d of what the token says inside each gate, W x_t + b, (length, batch, blocks * hidden_size).
    """

    hidden_states: Tensor
    cell_states: Tensor | None
    sums: Tensor

    def inputs(self, weights: CellWeights) -> Tensor:
        """Return dL/dx_t, (length, batch, input_size)."""
        return self.sums @ weights.weight_ih.detach()


def chunks(length: int) -> list[slice]:
    """Return stretches of `TOKENS_AT_ONCE` tokens that make up `length`."""
    return [slice(start, min(start + TOKENS_AT_ONCE, length)) for start in range(0, length, TOKENS_AT_ONCE)]


def row_before(rows: Tensor, some: slice) -> Tensor:
    """Return the rows one earlier than `some`, zeros before the first."""
    if some.start:
        return rows[some.start - 1 : some.stop - 1]
    return torch.cat([torch.zeros_like(rows[:1]), rows[: some.stop - 1]])


def room(length: int, last: Tensor) -> Tensor:
    """Return (length, *last.shape), unfilled but for its last row."""
    rows = last.new_empty(length, *last.shape)
    rows[-1] = last
    return rows
