"""How strongly the loss at the end depends on each earlier state, and the last state on each token."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from seqviz.models.cells.registry import Cell
from seqviz.models.cells.values import CellWeights
from seqviz.models.initial import initial_weights, with_forget_bias, with_spectral_radius, with_weight_scale
from seqviz.models.inspect.backward import backward_through_time
from seqviz.models.layer import Activation


@dataclass(frozen=True)
class GradientCurves:
    """One number per token. Infinite where it is too large for the number format, 0 where it is too small.

    Attributes:
        hidden_state: |dL/dh_t|, the mean over the texts, (length,) float64.
        cell_state: |dL/dc_t|, the LSTM's conveyor belt; None for the others.
        influence: |dh_T/dx_t|, Frobenius norm, of the first text, (length,) float64.
    """

    hidden_state: np.ndarray
    cell_state: np.ndarray | None
    influence: np.ndarray


@dataclass(frozen=True)
class GradientSetting:
    """What the gradients page asks for: random inputs of variance 1 through a freshly drawn layer.

    Attributes:
        cell: which cell.
        length: tokens.
        spectral_radius: of each square recurrent block; None leaves them as drawn. Set after the scale.
        weight_scale: what every weight but the biases is multiplied by.
        activation: of the plain cell.
        forget_bias: of the LSTM; None leaves it as drawn.
        hidden_size: units.
        input_size: numbers per token.
        batch: texts.
        seed: of weights, inputs and loss.
    """

    cell: Cell
    length: int = 100
    spectral_radius: float | None = None
    weight_scale: float = 1.0
    activation: Activation = "tanh"
    forget_bias: float | None = None
    hidden_size: int = 32
    input_size: int = 32
    batch: int = 8
    seed: int = 0

    def weights(self) -> CellWeights:
        """Draw the weights and turn the knobs; float64, whose range holds even 3^500."""
        generator = torch.Generator().manual_seed(self.seed)
        weights = initial_weights(self.cell, self.input_size, self.hidden_size, generator, torch.float64)
        weights = with_weight_scale(weights, self.weight_scale)
        if self.spectral_radius is not None:
            weights = with_spectral_radius(self.cell, weights, self.spectral_radius)
        if self.forget_bias is not None:
            weights = with_forget_bias(self.cell, weights, self.forget_bias)
        return weights

    def inputs(self) -> Tensor:
        """Draw the tokens' vectors, (batch, length, input_size); a longer text begins as a shorter one does."""
        generator = torch.Generator().manual_seed(self.seed + 1)
        rows = torch.randn(self.length, self.batch, self.input_size, generator=generator, dtype=torch.float64)
        return rows.transpose(0, 1)


def measure_gradients(setting: GradientSetting) -> GradientCurves:
    """Draw a layer and measure its gradient curves."""
    return gradient_curves(
        setting.cell, setting.inputs(), setting.weights(), setting.activation, setting.seed
    )


def gradient_curves(
    cell: Cell, inputs: Tensor, weights: CellWeights, activation: Activation = "tanh", seed: int = 0
) -> GradientCurves:
    """Measure how the gradient fares on its way back through a layer, trained or not.

    The loss is the last hidden state along a random direction of length 1, one direction for all texts.

    Args:
        cell: which cell.
        inputs: what the layer reads, (batch, length, input_size), length at least 1.
        weights: of the layer.
        activation: of the plain cell.
        seed: of the loss's direction.
    """
    rows = inputs.transpose(0, 1)
    direction = torch.randn(
        weights.hidden_size, generator=torch.Generator().manual_seed(seed), dtype=rows.dtype
    )
    loss = (direction / direction.norm()).expand(rows.shape[1], -1)
    back = backward_through_time(cell, rows, weights, loss, activation)
    every_unit = torch.eye(weights.hidden_size, dtype=rows.dtype)
    of_units = backward_through_time(cell, rows[:, :1], weights, every_unit, activation)
    jacobian = of_units.inputs(weights)  # dh_T/dx_t, (length, hidden_size, input_size)
    return GradientCurves(
        _curve(back.hidden_states.norm(dim=2).mean(1)),
        None if back.cell_states is None else _curve(back.cell_states.norm(dim=2).mean(1)),
        _curve(jacobian.norm(dim=(1, 2))),
    )


def _curve(norms: Tensor) -> np.ndarray:
    """Return NumPy; what is not a number came of an overflow on the way, and counts as infinite."""
    curve = norms.double().numpy()
    return np.where(np.isnan(curve), np.inf, curve)
