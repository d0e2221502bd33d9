"""The shapes of a layer's weights: PyTorch's four, and those that a cell has beyond them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Literal

from seqviz.models.cells.values import PYTORCHS

#: The shape of a further weight, in the sizes of its layer: ("hidden_size",), or (2, "hidden_size", "input_size").
Shape = tuple[Literal["input_size", "hidden_size"] | int, ...]


def layer_shapes(
    num_blocks: int, further: Mapping[str, Shape], input_size: int, hidden_size: int
) -> dict[str, tuple[int, ...]]:
    """Return the shape of each weight of a layer in one direction by its name, PyTorch's four first."""
    rows = num_blocks * hidden_size
    four = ((rows, input_size), (rows, hidden_size), (rows,), (rows,))
    return dict(zip(PYTORCHS, four, strict=True)) | further_shapes(further, input_size, hidden_size)


def further_shapes(
    further: Mapping[str, Shape], input_size: int, hidden_size: int
) -> dict[str, tuple[int, ...]]:
    """Return shapes in numbers."""
    sizes = {"input_size": input_size, "hidden_size": hidden_size}
    return {
        name: tuple(side if isinstance(side, int) else sizes[side] for side in shape)
        for name, shape in further.items()
    }


def count_further(further: Mapping[str, Shape], input_size: int, hidden_size: int) -> int:
    """Count the numbers in the weights beyond PyTorch's four."""
    return sum(map(math.prod, further_shapes(further, input_size, hidden_size).values()))
