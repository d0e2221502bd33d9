r"""The equations of the GRU, one line each, as PyTorch computes them.

This file is what the page shows beside the textbook, and what the fast layer and the recovered gates are tested
against. A *step* takes the token's vector `x`, what the cell held before, and its weights, and returns every named
value of this step; the next step takes them as what the cell held before.

$\sigma$ is the logistic function, $\odot$ multiplies element by element.
"""

from __future__ import annotations

import torch
from torch import Tensor

from seqviz.models.cells.values import CellWeights, Hook, Values, identity


def gru_step(x: Tensor, before: Values, weights: CellWeights, hook: Hook = identity) -> Values:
    r"""One step of the gated recurrent unit.

    $$r_t = \sigma(W_r x_t + b_r + U_r h_{t-1} + b'_r)$$
    $$z_t = \sigma(W_z x_t + b_z + U_z h_{t-1} + b'_z)$$
    $$n_t = \tanh(W_n x_t + b_n + r_t \odot (U_n h_{t-1} + b'_n))$$
    $$h_t = (1 - z_t) \odot n_t + z_t \odot h_{t-1}$$

    Two conventions, both PyTorch's: $z$ multiplies the *old* state (1 keeps it), and $r$ multiplies *after*
    the product with $U_n$. Papers and other libraries also write both the other way; see `conventions.py`.

    Args:
        x: the token's vector, (batch, input_size).
        before: `hidden_state`, (batch, hidden_size).
        weights: three blocks of rows: reset gate, update gate, candidate.
        hook: may change a value before the next line uses it (gate surgery).

    Returns:
        `reset_gate`, `update_gate` in (0, 1), `candidate` in (-1, 1), `hidden_state`,
        each (batch, hidden_size).

    Source: Cho et al. 2014.
    """
    W, U, b, b_ = weights.tensors()
    x_r, x_z, x_n = (x @ W.T + b).chunk(3, dim=-1)  # what the token says
    h_r, h_z, h_n = (before["hidden_state"] @ U.T + b_).chunk(3, dim=-1)  # what the past says
    r = hook("reset_gate", torch.sigmoid(x_r + h_r))  # how much of the past the candidate sees
    z = hook("update_gate", torch.sigmoid(x_z + h_z))  # how much of the past is kept
    n = hook("candidate", torch.tanh(x_n + r * h_n))
    h = hook("hidden_state", (1 - z) * n + z * before["hidden_state"])
    return {"reset_gate": r, "update_gate": z, "candidate": n, "hidden_state": h}
