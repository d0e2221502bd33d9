r"""The GRU is written in more than one way. Here are three, as cells of the same weights, to be compared in numbers.

Two things differ: which side the update gate multiplies, which changes names only (a gate $z$ that replaces is
$1 - z$ of one that keeps: negate its weights), and whether the reset gate acts before or after the product with the
recurrent weights, which changes what the cell can compute.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from seqviz.models.cells.gru.step import gru_step
from seqviz.models.cells.registry import cell_named
from seqviz.models.cells.values import CellWeights, Values, by_name, from_names


def reset_first_step(x: Tensor, before: Values, weights: CellWeights) -> Values:
    r"""One step as in the paper that introduced the unit: reset before the product, $z$ keeps.

    $$n_t = \tanh(W_n x_t + b_n + U_n (r_t \odot h_{t-1}) + b'_n)$$
    $$h_t = (1 - z_t) \odot n_t + z_t \odot h_{t-1}$$

    Source: Cho et al. 2014; Keras with reset_after=False.
    """
    r, z, n = _reset_first_gates(x, before["hidden_state"], weights)
    h = (1 - z) * n + z * before["hidden_state"]
    return {"reset_gate": r, "update_gate": z, "candidate": n, "hidden_state": h}


def replacing_step(x: Tensor, before: Values, weights: CellWeights) -> Values:
    r"""One step with the update gate the other way round: reset before the product, $z$ replaces.

    $$n_t = \tanh(W_n x_t + b_n + U_n (r_t \odot h_{t-1}) + b'_n)$$
    $$h_t = (1 - z_t) \odot h_{t-1} + z_t \odot n_t$$

    Source: Chung et al. 2014.
    """
    r, z, n = _reset_first_gates(x, before["hidden_state"], weights)
    h = (1 - z) * before["hidden_state"] + z * n
    return {"reset_gate": r, "update_gate": z, "candidate": n, "hidden_state": h}


def _reset_first_gates(x: Tensor, h: Tensor, weights: CellWeights) -> tuple[Tensor, Tensor, Tensor]:
    W_r, W_z, W_n = weights.weight_ih.chunk(3)
    U_r, U_z, U_n = weights.weight_hh.chunk(3)
    b_r, b_z, b_n = (weights.bias_ih + weights.bias_hh).chunk(3)
    r = torch.sigmoid(x @ W_r.T + h @ U_r.T + b_r)
    z = torch.sigmoid(x @ W_z.T + h @ U_z.T + b_z)
    n = torch.tanh(x @ W_n.T + (r * h) @ U_n.T + b_n)
    return r, z, n


@dataclass(frozen=True)
class Convention:
    """One way to write the cell.

    Attributes:
        name: whose it is.
        update_gate: "keeps" or "replaces": what z = 1 does to the old state.
        reset: "after" or "before" the product with the recurrent weights.
        step: its equations.
    """

    name: str
    update_gate: str
    reset: str
    step: Callable[..., Values]


CONVENTIONS: tuple[Convention, ...] = (
    Convention("PyTorch, cuDNN, Keras", "keeps", "after", gru_step),
    Convention("Cho et al. 2014", "keeps", "before", reset_first_step),
    Convention("Chung et al. 2014", "replaces", "before", replacing_step),
)


@dataclass(frozen=True)
class ConventionReading:
    """What one convention makes of a text.

    Attributes:
        convention: which.
        gates: name -> (num_tokens, hidden_size) float32.
    """

    convention: Convention
    gates: dict[str, np.ndarray]


@torch.no_grad()
def read_by_convention(x: Tensor, weights: CellWeights) -> tuple[ConventionReading, ...]:
    """Read one text with the same weights under each convention.

    Args:
        x: the tokens' vectors, (num_tokens, input_size).
        weights: of a GRU, three blocks of rows: reset gate, update gate, candidate.
    """
    return tuple(ConventionReading(convention, _read(convention, x, weights)) for convention in CONVENTIONS)


def _read(convention: Convention, x: Tensor, weights: CellWeights) -> dict[str, np.ndarray]:
    values, history = cell_named("gru").initial_state(1, weights), []
    for row in x:
        values = convention.step(row.unsqueeze(0), values, weights)
        history.append(values)
    return {name: torch.cat([step[name] for step in history]).float().numpy() for name in values}


def with_update_gate_turned(weights: CellWeights) -> CellWeights:
    r"""Negate the update gate's weights: since $\sigma(-a) = 1 - \sigma(a)$, keeping and replacing change places."""
    turned = slice(weights.hidden_size, 2 * weights.hidden_size)
    tensors = {name: tensor.clone() for name, tensor in by_name(weights).items()}
    for tensor in tensors.values():
        tensor[turned] *= -1
    return from_names(tensors)
