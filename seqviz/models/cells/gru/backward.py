"""The backward pass through the GRU, by hand."""

from __future__ import annotations

import torch
from torch import Tensor

from seqviz.models.cells.backward import StateGradients, room, row_before
from seqviz.models.cells.values import Activation, CellWeights, Values


def gru_backward(gates: Values, weights: CellWeights, loss: Tensor, activation: Activation) -> StateGradients:
    """dh_{t-1} = dh_t * z_t + U^T [dr_t, dz_t, dq_t]; see `fast_layer.py` for the factors."""
    sums, keep = _gru_factors(gates, weights), gates["update_gate"]  # sums are factors at first
    dh = room(len(sums), loss)
    for t in range(len(sums) - 1, -1, -1):
        sums[t].mul_(dh[t].unsqueeze(1))
        if t:
            torch.addmm(dh[t] * keep[t], sums[t, :, :3].flatten(1), weights.weight_hh, out=dh[t - 1])
    dr, dz, _, dn = sums.unbind(2)
    return StateGradients(dh, None, torch.cat([dr, dz, dn], dim=2))


def _gru_factors(gates: Values, weights: CellWeights) -> Tensor:
    """Return what dh_t reaches the sums of r, z, q and n by, (length, batch, 4, hidden_size)."""
    candidate = slice(2 * weights.hidden_size, None)
    before = row_before(gates["hidden_state"], slice(0, len(gates["hidden_state"])))
    q = before @ weights.weight_hh[candidate].t() + weights.bias_hh[candidate]
    r, z, n = gates["reset_gate"], gates["update_gate"], gates["candidate"]
    by_n = (1 - z) * (1 - n * n)
    by_q = by_n * r
    return torch.stack([by_q * q * (1 - r), (before - n) * z * (1 - z), by_q, by_n], dim=2)
