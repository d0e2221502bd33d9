r"""The equations of the LSTM, one line each, as PyTorch computes them.

This file is what the page shows beside the textbook, and what the fast layer and the recovered gates are tested
against. A *step* takes the token's vector `x`, what the cell held before, and its weights, and returns every named
value of this step; the next step takes them as what the cell held before.

$\sigma$ is the logistic function, $\odot$ multiplies element by element.
"""

from __future__ import annotations

import torch
from torch import Tensor

from seqviz.models.cells.values import CellWeights, Hook, Values, identity


def lstm_step(x: Tensor, before: Values, weights: CellWeights, hook: Hook = identity) -> Values:
    r"""One step of the long short-term memory.

    $$i_t = \sigma(W_i x_t + b_i + U_i h_{t-1} + b'_i)$$
    $$f_t = \sigma(W_f x_t + b_f + U_f h_{t-1} + b'_f)$$
    $$g_t = \tanh(W_g x_t + b_g + U_g h_{t-1} + b'_g)$$
    $$o_t = \sigma(W_o x_t + b_o + U_o h_{t-1} + b'_o)$$
    $$c_t = f_t \odot c_{t-1} + i_t \odot g_t$$
    $$h_t = o_t \odot \tanh(c_t)$$

    Args:
        x: the token's vector, (batch, input_size).
        before: `hidden_state` and `cell_state`, each (batch, hidden_size).
        weights: four blocks of rows: input gate, forget gate, candidate, output gate.
        hook: may change a value before the next line uses it (gate surgery).

    Returns:
        `input_gate`, `forget_gate`, `output_gate` in (0, 1), `candidate` in (-1, 1), `cell_state`,
        `hidden_state`, each (batch, hidden_size).

    Source: Hochreiter & Schmidhuber 1997; the forget gate is Gers, Schmidhuber & Cummins 2000. No peepholes.
    """
    W, U, b, b_ = weights.tensors()
    a_i, a_f, a_g, a_o = (x @ W.T + b + before["hidden_state"] @ U.T + b_).chunk(4, dim=-1)
    i = hook("input_gate", torch.sigmoid(a_i))  # how much of the candidate is written
    f = hook("forget_gate", torch.sigmoid(a_f))  # how much of the past is kept
    g = hook("candidate", torch.tanh(a_g))  # what could be written
    o = hook("output_gate", torch.sigmoid(a_o))  # how much of the cell is shown
    c = hook("cell_state", f * before["cell_state"] + i * g)
    h = hook("hidden_state", o * torch.tanh(c))
    return {
        "input_gate": i,
        "forget_gate": f,
        "candidate": g,
        "output_gate": o,
        "cell_state": c,
        "hidden_state": h,
    }
