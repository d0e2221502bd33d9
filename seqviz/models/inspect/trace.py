"""Records of what a recurrent net did while it read one text: NumPy only, in text order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from seqviz.models.cells.registry import Cell

Direction = Literal["forward", "reverse"]


@dataclass(frozen=True)
class LayerTrace:
    """One layer in one direction.

    Attributes:
        layer: 0 for the layer that reads the embeddings.
        direction: the reverse direction read the text from its end; its rows are in text order all the same.
        gates: name of each gate and state of the cell -> (num_tokens, hidden_size) float32.
    """

    layer: int
    direction: Direction
    gates: dict[str, np.ndarray]

    @property
    def name(self) -> str:
        """`layer0.forward`, as in the exported file."""
        return f"layer{self.layer}.{self.direction}"

    @property
    def title(self) -> str:
        """`Layer 1, forward`, for people."""
        return f"Layer {self.layer + 1}, {self.direction}"


@dataclass(frozen=True)
class Trace:
    """Every gate of every unit at every token.

    Attributes:
        cell: which cell.
        tokens: the tokens read, (num_tokens,).
        layers: one per layer and direction.
    """

    cell: Cell
    tokens: tuple[str, ...]
    layers: tuple[LayerTrace, ...]
