"""A cell in a script: what PyTorch and Keras call its layer, or the layer written out where PyTorch has none."""

from __future__ import annotations

from typing import Any

from seqviz.export.filling import fill
from seqviz.export.standalone import standalone
from seqviz.models.cells.kind import CellKind
from seqviz.models.cells.registry import CELLS, Cell, cell_named
from seqviz.models.cells.values import CellWeights

#: Said in every Keras script whose cell has one bias where PyTorch has two.
ONE_BIAS = (
    "Parameters: Keras's SimpleRNN and LSTM have one bias for each gate where PyTorch has two, so the count is\n"
    "smaller by one number for each gate and unit; everything else is equal."
)
TWO_BIASES = "Parameters: as many as in PyTorch; Keras's GRU has two biases as well (reset_after=True)."


class NoKerasLayerError(ValueError):
    """Keras has no layer of this cell."""


def torch_layer(cell: Cell) -> str:
    """Return what makes a layer in a PyTorch script: "nn.LSTM", or the name of the class that `cell_code` defines."""
    kind = cell_named(cell)
    return f"nn.{kind.torch_layer_name}" if kind.torch_layer_name else kind.title


def cell_code(cell: Cell) -> str:
    """Return code that defines a cell's layer with its own equations; "" where PyTorch has the layer."""
    kind = cell_named(cell)
    if kind.torch_layer_name:
        return ""
    values = {
        "name": kind.title,
        "equations": standalone(kind.step, CellWeights),
        "step": kind.step.__name__,
        "num_blocks": len(kind.blocks),
        "states": kind.states,
        **_further_weights(kind),
    }
    return fill("cell_pytorch", values)


def _further_weights(kind: CellKind) -> dict[str, str]:
    """Return what the written-out layer says of the weights beyond PyTorch's four; nothing where there are none."""
    if not kind.further_weights:
        return {"further_shapes": "", "further_weights": ""}
    sides = {name: ", ".join(map(str, shape)) for name, shape in kind.further_weights.items()}
    return {
        "further_shapes": "".join(f'\n{12 * " "}"{name}": ({shape},),' for name, shape in sides.items()),
        "further_weights": f", further={{name: getattr(self, name + suffix) for name in {tuple(sides)}}}",
    }


def keras_layer(cell: Cell) -> str:
    """Return the name of a cell's layer in `keras.layers`.

    Raises:
        NoKerasLayerError: if there is none.
    """
    kind = cell_named(cell)
    if kind.keras_layer_name is None:
        raise NoKerasLayerError(
            f"Keras has no layer of the cell {kind.title}; the PyTorch script has it written out."
        )
    return kind.keras_layer_name


def bias_note(cell: Cell) -> str:
    """Say how the parameter counts of the two libraries differ."""
    return TWO_BIASES if cell_named(cell).keras_biases == 2 else ONE_BIAS


def torch_cell(cell: Cell) -> dict[str, str]:
    """Return what a PyTorch script of one cell is filled with: its class, if it is written out, and its layer."""
    return {"cell_class": cell_code(cell), "layer": torch_layer(cell)}


def every_torch_cell() -> dict[str, Any]:
    """Return what the recall script is filled with: the cells, their layers, and the place of each forget gate."""
    return {
        "cell_classes": "\n\n".join(filter(None, map(cell_code, CELLS))),
        "cells": tuple(CELLS),
        "torch_layers": ", ".join(f'"{cell}": {torch_layer(cell)}' for cell in CELLS),
        "forget_blocks": forget_blocks(),
    }


def every_keras_cell() -> dict[str, Any]:
    """Return the same for Keras, of the cells that it has layers for."""
    cells = [cell for cell, kind in CELLS.items() if kind.keras_layer_name]
    return {
        "cells": tuple(cells),
        "keras_layers": ", ".join(f'"{cell}": layers.{keras_layer(cell)}' for cell in cells),
        "forget_blocks": forget_blocks(),
    }


def forget_blocks() -> dict[str, int]:
    """Return which block of a cell's biases the forget bias is, of the cells that have one."""
    return {
        cell: kind.blocks.index(kind.forget_bias_gate)
        for cell, kind in CELLS.items()
        if kind.forget_bias_gate
    }
