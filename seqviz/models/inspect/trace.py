"""Records of what a recurrent net did while it read one text: NumPy only, in text order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

Cell = Literal["rnn", "lstm", "gru"]
Direction = Literal["forward", "reverse"]

#: The gates and states of each cell, in the order in which the page shows them.
GATES: dict[Cell, tuple[str, ...]] = {
    "rnn": ("hidden_state",),
    "lstm": ("input_gate", "forget_gate", "candidate", "output_gate", "cell_state", "hidden_state"),
    "gru": ("reset_gate", "update_gate", "candidate", "hidden_state"),
}


@dataclass(frozen=True)
class LayerTrace:
    """One layer in one direction.

    Attributes:
        layer: 0 for the layer that reads the embeddings.
        direction: the reverse direction read the text from its end; its rows are in text order all the same.
        gates: name (see GATES) -> (num_tokens, hidden_size) float32.
    """

    layer: int
    direction: Direction
    gates: dict[str, np.ndarray]

    @property
    def name(self) -> str:
        """`layer0.forward`, as in the exported file."""
        return f"layer{self.layer}.{self.direction}"


@dataclass(frozen=True)
class Trace:
    """Every gate of every unit at every token.

    Attributes:
        cell: which of the three cells.
        tokens: the tokens read, (num_tokens,).
        layers: one per layer and direction.
    """

    cell: Cell
    tokens: tuple[str, ...]
    layers: tuple[LayerTrace, ...]
