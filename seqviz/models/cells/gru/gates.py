"""The GRU's gates, of all tokens at once, from its hidden states."""

from __future__ import annotations

import torch
from torch import Tensor

from seqviz.models.cells.values import CellWeights, Values


def gru_gates(rows: Tensor, before: Tensor, weights: CellWeights) -> Values:
    """Return reset gate, update gate and candidate, each (length, batch, hidden_size).

    Args:
        rows: what the layer read, time first, (length, batch, input_size).
        before: the hidden state before each token, (length, batch, hidden_size).
        weights: of the layer.
    """
    W, U, b, b_ = weights.tensors()
    shape = (*before.shape[:2], -1)
    x_r, x_z, x_n = torch.addmm(b, rows.flatten(0, 1), W.t()).view(shape).chunk(3, dim=-1)
    h_r, h_z, h_n = torch.addmm(b_, before.flatten(0, 1), U.t()).view(shape).chunk(3, dim=-1)
    r, z = (x_r + h_r).sigmoid(), (x_z + h_z).sigmoid()
    return {"reset_gate": r, "update_gate": z, "candidate": torch.addcmul(x_n, r, h_n).tanh()}
