"""How long one training step of a layer takes here and now."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass

import torch

from seqviz.recurrent.stack import RecurrentStack
from seqviz.recurrent.trace import Cell


@dataclass(frozen=True)
class LayerSize:
    """What is timed.

    Attributes:
        input_size: numbers in a token's vector.
        hidden_size: units.
        length: tokens of a text.
        batch: texts a step.
    """

    input_size: int
    hidden_size: int
    length: int = 50
    batch: int = 32


def median_step_seconds(cells: tuple[Cell, ...], size: LayerSize, repeats: int = 7) -> dict[Cell, float]:
    """Return the median seconds of a step (forward, backward, Adam) of each cell; the cells take turns.

    Args:
        cells: which cells.
        size: what is timed.
        repeats: steps measured of each, after one that is not.
    """
    steps = {cell: _Step(cell, size) for cell in cells}
    seconds: dict[Cell, list[float]] = {cell: [] for cell in cells}
    for turn in range(repeats + 1):
        for cell, step in steps.items():
            started = time.perf_counter()
            step.take()
            if turn:
                seconds[cell].append(time.perf_counter() - started)
    return {cell: statistics.median(measured) for cell, measured in seconds.items()}


class _Step:
    """One layer, one batch of noise, one optimiser."""

    def __init__(self, cell: Cell, size: LayerSize) -> None:
        generator = torch.Generator().manual_seed(0)
        self.stack = RecurrentStack(cell, size.input_size, (size.hidden_size,), generator=generator)
        rows = torch.randn(size.length, size.batch, size.input_size, generator=generator)
        self.inputs = rows.transpose(0, 1)
        self.optimizer = torch.optim.Adam(self.stack.parameters(), fused=True)

    def take(self) -> None:
        self.optimizer.zero_grad()
        self.stack(self.inputs)[-1][0].square().mean().backward()
        self.optimizer.step()
