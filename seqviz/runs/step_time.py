"""How long one training step of a layer takes here and now."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from seqviz.models.cells.registry import CELLS
from seqviz.models.stack import RecurrentStack

#: The app trains RNN and LSTM with PyTorch's own operations, and the GRU with one derived by hand.
TORCH_GRU = "gru of PyTorch"


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


@dataclass(frozen=True)
class Spread:
    """Seconds of a step: the median, and the quartiles between which half of the steps lie."""

    median: float
    low: float
    high: float


def step_seconds(
    size: LayerSize, repeats: int = 15, clock: Callable[[], float] = time.perf_counter
) -> dict[str, Spread]:
    """Time a step (forward, backward, Adam) of each cell as the app trains it, and of `nn.GRU`; they take turns.

    Args:
        size: what is timed.
        repeats: steps measured of each, after one that is not.
        clock: `time.process_time` leaves out what else the computer does meanwhile.

    Returns:
        The name of each cell and TORCH_GRU -> its seconds.
    """
    steps = {name: _step(name, size) for name in (*CELLS, TORCH_GRU)}
    seconds: dict[str, list[float]] = {name: [] for name in steps}
    for turn in range(repeats + 1):
        for name, step in steps.items():
            started = clock()
            step()
            if turn:
                seconds[name].append(clock() - started)
    return {name: _spread(measured) for name, measured in seconds.items()}


def _spread(seconds: list[float]) -> Spread:
    low, median, high = (float(value) for value in np.quantile(seconds, (0.25, 0.5, 0.75)))
    return Spread(median, low, high)


def _step(name: str, size: LayerSize) -> Callable[[], None]:
    """Build one layer, one batch of noise and one optimiser; return what makes a step with them."""
    generator = torch.Generator().manual_seed(0)
    layer, states = _layer(name, size, generator)
    rows = torch.randn(size.length, size.batch, size.input_size, generator=generator)
    optimizer = torch.optim.Adam(layer.parameters(), fused=True)

    def step() -> None:
        optimizer.zero_grad()
        states(rows).square().mean().backward()
        optimizer.step()

    return step


def _layer(
    name: str, size: LayerSize, generator: torch.Generator
) -> tuple[nn.Module, Callable[[Tensor], Tensor]]:
    """Return a layer, and what reads rows (length, batch, input_size) with it."""
    if name == TORCH_GRU:
        theirs = nn.GRU(size.input_size, size.hidden_size)
        return theirs, lambda rows: theirs(rows)[0]
    ours = RecurrentStack(name, size.input_size, (size.hidden_size,), generator=generator)
    return ours, lambda rows: ours(rows.transpose(0, 1))[-1][0]
