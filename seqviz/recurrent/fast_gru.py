"""The GRU layer with a backward pass derived by hand: on a CPU faster than `nn.GRU`, unfused there.

Time first inside: a row is one token of every text of the batch.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor


class _GRU(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, x: Tensor, h0: Tensor, W: Tensor, U: Tensor, b: Tensor, b_: Tensor) -> Tensor:
        T, B, E = x.shape
        H = U.shape[1]
        bias = b.clone()
        bias[: 2 * H] += b_[: 2 * H]
        gates = torch.addmm(bias, x.reshape(T * B, E), W.t()).view(T, B, 3 * H)
        q = x.new_empty(T, B, H)
        states = x.new_empty(T + 1, B, H)
        states[0] = h0
        for t in range(T):
            rz = gates[t, :, : 2 * H].addmm_(states[t], U[: 2 * H].t()).sigmoid_()
            torch.addmm(b_[2 * H :], states[t], U[2 * H :].t(), out=q[t])
            n = gates[t, :, 2 * H :].addcmul_(rz[:, :H], q[t]).tanh_()
            torch.lerp(n, states[t], rz[:, H:], out=states[t + 1])
        ctx.save_for_backward(x, W, U, gates, q, states)
        return states[1:]

    @staticmethod
    def backward(ctx: Any, dy: Tensor) -> tuple[Tensor | None, ...]:
        x, W, U, gates, q, states = ctx.saved_tensors
        T, B, E = x.shape
        H = U.shape[1]
        r, z, n = gates.split(H, dim=-1)
        slope = (1 - z) * (1 - n * n)
        P = torch.stack([slope * q * r * (1 - r), (states[:-1] - n) * z * (1 - z), slope * r, slope], 2)
        dh = x.new_zeros(B, H)
        for t in range(T - 1, -1, -1):
            dh = dh + dy[t]
            P[t].mul_(dh.unsqueeze(1))
            dh = (dh * z[t]).addmm_(P[t, :, :3].reshape(B, 3 * H), U)
        D = P.view(T * B, 4 * H)
        Dh = D[:, : 3 * H]
        Dx = torch.cat([D[:, : 2 * H], D[:, 3 * H :]], 1)
        dx = (Dx @ W).view(T, B, E)
        return (
            dx,
            dh,
            Dx.t() @ x.reshape(T * B, E),
            Dh.t() @ states[:-1].reshape(T * B, H),
            Dx.sum(0),
            Dh.sum(0),
        )


def fast_gru(
    inputs: Tensor, state: Tensor, weight_ih: Tensor, weight_hh: Tensor, bias_ih: Tensor, bias_hh: Tensor
) -> Tensor:
    """Return the hidden states."""
    return _GRU.apply(inputs, state, weight_ih, weight_hh, bias_ih, bias_hh)
