"""Weights to begin from, and the knobs that decide whether a gradient vanishes or explodes on its way back.

Each knob takes weights and returns new ones, so that they can be turned one after the other.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import torch
from torch import Tensor, nn

from seqviz.models.cells.registry import Cell, cell_named
from seqviz.models.cells.values import CellWeights, by_name, from_names

Net = TypeVar("Net", bound=nn.Module)


def initial_weights(
    cell: Cell,
    input_size: int,
    hidden_size: int,
    generator: torch.Generator | None = None,
    dtype: torch.dtype = torch.float32,
) -> CellWeights:
    """Draw every weight and bias from U(-1/sqrt(hidden_size), 1/sqrt(hidden_size)), as PyTorch does."""
    bound = hidden_size**-0.5
    return from_names(
        {
            name: torch.empty(shape, dtype=dtype).uniform_(-bound, bound, generator=generator)
            for name, shape in cell_named(cell).weight_shapes(input_size, hidden_size).items()
        }
    )


def draw_weights(net: Net, seed: int) -> Net:
    """Draw a net's weights and biases again from U(-1/sqrt(n), 1/sqrt(n)), n the length of a row, and return it.

    The draws come from a generator of their own, so that nobody else's can change them.
    """
    generator = torch.Generator().manual_seed(seed)
    for weights in net.parameters():
        bound = weights.shape[-1] ** -0.5
        nn.init.uniform_(weights, -bound, bound, generator=generator)
    return net


def spectral_radii(cell: Cell, weights: CellWeights) -> dict[str, float]:
    """Return the largest absolute eigenvalue of each square recurrent block, by the gate it feeds."""
    names = cell_named(cell).blocks
    blocks = weights.weight_hh.detach().chunk(len(names))
    return {gate: _radius(block) for gate, block in zip(names, blocks, strict=True)}


def with_spectral_radius(cell: Cell, weights: CellWeights, radius: float) -> CellWeights:
    """Scale each square recurrent block so that its largest absolute eigenvalue is `radius`.

    Raises:
        ValueError: if the radius is below 0, or a block has only eigenvalues of 0 and cannot be scaled.
    """
    if radius < 0:
        raise ValueError(f"A spectral radius is at least 0, but {radius} came.")
    scaled = []
    for block in weights.weight_hh.chunk(len(cell_named(cell).blocks)):
        now = _radius(block)
        if now == 0 and radius > 0:
            raise ValueError(f"A block whose eigenvalues are all 0 cannot be scaled to a radius of {radius}.")
        scaled.append(block * (radius / now if now else 0.0))
    return replace(weights, weight_hh=torch.cat(scaled))


def with_weight_scale(weights: CellWeights, scale: float) -> CellWeights:
    """Multiply every weight by `scale`, those beyond PyTorch's two matrices too; biases stay."""
    return from_names(
        {
            name: tensor if name.startswith("bias") else tensor * scale
            for name, tensor in by_name(weights).items()
        }
    )


def with_forget_bias(cell: Cell, weights: CellWeights, bias: float) -> CellWeights:
    """Set an LSTM's forget-gate bias: `bias` in `bias_ih`, 0 in `bias_hh`, since the two are summed.

    The weights of a cell without a forget gate that keeps the past (RNN, GRU) stay as they are.

    Source: Gers, Schmidhuber & Cummins 2000; Jozefowicz, Zaremba & Sutskever 2015 recommend 1.
    """
    kind = cell_named(cell)
    if kind.forget_bias_gate is None:
        return weights
    forget = kind.rows_of(kind.forget_bias_gate, weights.hidden_size)
    bias_ih, bias_hh = weights.bias_ih.clone(), weights.bias_hh.clone()
    bias_ih[forget], bias_hh[forget] = bias, 0.0
    return replace(weights, bias_ih=bias_ih, bias_hh=bias_hh)


def _radius(block: Tensor) -> float:
    return float(torch.linalg.eigvals(block.detach().double()).abs().max())
