"""Two cells that the app does not have, each defined here alone and written down once more in NumPy.

The minimal gated unit has one gate, which both lets the past into the candidate and makes room for it.
Source: Zhou, Wu, Zhang & Zhou 2016, Minimal Gated Unit for Recurrent Neural Networks.

The gates of the peephole LSTM see the cell state, each unit its own, through weights that PyTorch's layers lack.
Source: Gers & Schmidhuber 2000, Recurrent Nets that Time and Count; Gers, Schraudolph & Schmidhuber 2002.
"""

from __future__ import annotations

from contextlib import contextmanager

import numpy as np
import torch

from seqviz.models.cells.kind import CellKind
from seqviz.models.cells.registry import CELLS, register, unregister
from seqviz.models.cells.values import by_name, identity


def mgu_step(x, before, weights, hook=identity):
    r"""One step of the minimal gated unit.

    $$f_t = \sigma(W_f x_t + b_f + U_f h_{t-1} + b'_f)$$
    $$n_t = \tanh(W_n x_t + b_n + U_n (f_t \odot h_{t-1}) + b'_n)$$
    $$h_t = (1 - f_t) \odot h_{t-1} + f_t \odot n_t$$
    """
    W, U, b, b_ = weights.tensors()
    x_f, x_n = (x @ W.T + b).chunk(2, dim=-1)
    (U_f, U_n), (b_f, b_n) = U.chunk(2), b_.chunk(2)
    h = before["hidden_state"]
    f = hook("forget_gate", torch.sigmoid(x_f + h @ U_f.T + b_f))
    n = hook("candidate", torch.tanh(x_n + (f * h) @ U_n.T + b_n))
    return {"forget_gate": f, "candidate": n, "hidden_state": hook("hidden_state", (1 - f) * h + f * n)}


MGU = CellKind(
    name="mgu",
    blocks=("forget_gate", "candidate"),
    gates=("forget_gate", "candidate", "hidden_state"),
    step=mgu_step,
    gated_state={"candidate": "forget_gate"},
    in_numbers={
        "hidden_state": (
            r"h &= (1 - f) \cdot h_{-1} + f \cdot n",
            r"&= (1 - «forget_gate») \cdot («hidden_state₋₁») + «forget_gate» \cdot («candidate»)",
        )
    },
)


def peephole_step(x, before, weights, hook=identity):
    r"""One step of the LSTM with peepholes.

    $$i_t = \sigma(W_i x_t + b_i + U_i h_{t-1} + b'_i + p_i \odot c_{t-1})$$
    $$f_t = \sigma(W_f x_t + b_f + U_f h_{t-1} + b'_f + p_f \odot c_{t-1})$$
    $$g_t = \tanh(W_g x_t + b_g + U_g h_{t-1} + b'_g)$$
    $$c_t = f_t \odot c_{t-1} + i_t \odot g_t$$
    $$o_t = \sigma(W_o x_t + b_o + U_o h_{t-1} + b'_o + p_o \odot c_t)$$
    $$h_t = o_t \odot \tanh(c_t)$$
    """
    W, U, b, b_ = weights.tensors()
    p_i, p_f, p_o = (weights.further[name] for name in ("weight_ci", "weight_cf", "weight_co"))
    a_i, a_f, a_g, a_o = (x @ W.T + b + before["hidden_state"] @ U.T + b_).chunk(4, dim=-1)
    i = hook("input_gate", torch.sigmoid(a_i + p_i * before["cell_state"]))
    f = hook("forget_gate", torch.sigmoid(a_f + p_f * before["cell_state"]))
    g = hook("candidate", torch.tanh(a_g))
    c = hook("cell_state", f * before["cell_state"] + i * g)
    o = hook("output_gate", torch.sigmoid(a_o + p_o * c))
    h = hook("hidden_state", o * torch.tanh(c))
    names = ("input_gate", "forget_gate", "candidate", "output_gate", "cell_state", "hidden_state")
    return dict(zip(names, (i, f, g, o, c, h), strict=True))


PEEPHOLE = CellKind(
    name="peephole",
    blocks=("input_gate", "forget_gate", "candidate", "output_gate"),
    gates=("input_gate", "forget_gate", "candidate", "output_gate", "cell_state", "hidden_state"),
    states=("hidden_state", "cell_state"),
    step=peephole_step,
    further_weights=dict.fromkeys(("weight_ci", "weight_cf", "weight_co"), ("hidden_size",)),
    peepholes={
        "input_gate": ("weight_ci", "cell_state₋₁"),
        "forget_gate": ("weight_cf", "cell_state₋₁"),
        "output_gate": ("weight_co", "cell_state"),
    },
    equations=(
        r"«input_gate|i_t» = \sigma(W_i x_t + b_i + U_i h_{t-1} + b'_i + p_i \odot «cell_state|c_{t-1}»)",
        r"«forget_gate|f_t» = \sigma(W_f x_t + b_f + U_f h_{t-1} + b'_f + p_f \odot «cell_state|c_{t-1}»)",
        CELLS["lstm"].equations[2],
        CELLS["lstm"].equations[4],
        r"«output_gate|o_t» = \sigma(W_o x_t + b_o + U_o h_{t-1} + b'_o + p_o \odot «cell_state|c_t»)",
        CELLS["lstm"].equations[5],
    ),
    in_numbers=CELLS["lstm"].in_numbers,
    forget_bias_gate="forget_gate",
    light_switch=CELLS["lstm"].light_switch,
    drawing="lstm",
    shown_with="lstm",
)

NEW = {kind.name: kind for kind in (MGU, PEEPHOLE)}


@contextmanager
def known(*kinds):
    """Register cells for a while."""
    for kind in kinds:
        register(kind)
    try:
        yield
    finally:
        for kind in kinds:
            unregister(kind.name)


def logistic(sums):
    return 1 / (1 + np.exp(-sums))


def mgu_by_hand(x, W, U, b, b_):
    size, h = U.shape[1], np.zeros(U.shape[1])
    for row in x:
        f = logistic(W[:size] @ row + b[:size] + U[:size] @ h + b_[:size])
        n = np.tanh(W[size:] @ row + b[size:] + U[size:] @ (f * h) + b_[size:])
        h = h + f * (n - h)
        yield f, n, h


def peephole_by_hand(x, W, U, b, b_, p_i, p_f, p_o):
    h = c = np.zeros(U.shape[1])
    for row in x:
        to_i, to_f, to_g, to_o = np.split(W @ row + b + U @ h + b_, 4)
        i, f, g = logistic(to_i + p_i * c), logistic(to_f + p_f * c), np.tanh(to_g)
        c = c * f + g * i
        o = logistic(to_o + p_o * c)
        h = np.tanh(c) * o
        yield i, f, g, o, c, h


def by_hand(cell, x, weights):
    """Read one text (length, input_size) in NumPy, without the cell's step; return each gate and state, by name."""
    read = {"mgu": mgu_by_hand, "peephole": peephole_by_hand}[cell]
    arrays = (tensor.detach().double().numpy() for tensor in by_name(weights).values())
    rows = list(read(x.detach().double().numpy(), *arrays))
    return dict(zip(NEW[cell].gates, map(np.array, zip(*rows, strict=True)), strict=True))
