r"""The GRU layer with a backward pass derived by hand: on a CPU faster than `nn.GRU`, which is unfused there.

With $q_t = U_n h_{t-1} + b'_n$ the cell of `step.py` is

$$n_t = \tanh(x_n + r_t \odot q_t) \qquad h_t = n_t + z_t \odot (h_{t-1} - n_t)$$

and the loss changes with the sums inside the squashing functions, and with $q_t$, by

$$dn_t = dh_t \odot (1 - z_t) \odot (1 - n_t^2) \qquad dq_t = dn_t \odot r_t$$
$$dr_t = dq_t \odot q_t \odot (1 - r_t) \qquad dz_t = dh_t \odot (h_{t-1} - n_t) \odot z_t \odot (1 - z_t)$$
$$dh_{t-1} = dh_t \odot z_t + U^\top [dq_t, dr_t, dz_t]$$

Everything that multiplies $dh_t$ is known before the backward pass begins: it is computed for many tokens at once, and
a token costs four operations. One more saving: the blocks lie in the order q, r, z, n, so that what goes back to
the state (q, r, z) and to the input (r, z, n) each lie together.

Time first throughout: a row is one token of every text of the batch. Inference mode spares each of the many small
operations PyTorch's bookkeeping.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable

from seqviz.models.cells.backward import chunks
from seqviz.models.cells.values import Activation, CellWeights, State


def gru_layer(
    inputs: Tensor, weights: CellWeights, state: State, activation: Activation
) -> tuple[Tensor, State]:
    """Read a batch, time first: on a CPU with `fast_gru`, elsewhere with PyTorch's own operation."""
    if inputs.device.type == "cpu":
        hidden_states = fast_gru(inputs, state[0], *weights.tensors())
        return hidden_states, (hidden_states[-1],)
    how = (True, 1, 0.0, torch.is_grad_enabled(), False, False)
    before = state[0].unsqueeze(0).contiguous()
    hidden_states, hidden = torch.gru(inputs, before, list(weights.tensors()), *how)
    return hidden_states, (hidden[0],)


def fast_gru(x: Tensor, state: Tensor, W: Tensor, U: Tensor, b: Tensor, b_: Tensor) -> Tensor:
    """Read a batch with a GRU layer.

    Args:
        x: (length, batch, input_size), length at least 1.
        state: the hidden state before the first row, (batch, hidden_size).
        W: `weight_ih`, (3 * hidden_size, input_size), blocks reset gate, update gate, candidate.
        U: `weight_hh`, (3 * hidden_size, hidden_size).
        b: `bias_ih`, (3 * hidden_size,).
        b_: `bias_hh`, (3 * hidden_size,).

    Returns:
        The hidden states, (length, batch, hidden_size); differentiable once.
    """
    return _GRU.apply(x, state, W, U, b, b_)


class _GRU(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, x: Tensor, state: Tensor, W: Tensor, U: Tensor, b: Tensor, b_: Tensor) -> Tensor:
        length, batch, _ = x.shape
        size = U.shape[1]
        gates = x.new_empty(length, batch, 4 * size)  # blocks q, r, z, n
        states = x.new_empty(length + 1, batch, size)
        states[0] = state
        rz, n = slice(0, 2 * size), slice(2 * size, 3 * size)
        to_rzn = W.t().contiguous()
        to_qrz = torch.cat([U[n], U[rz]]).t().contiguous()
        bias = torch.cat([b_[n], b[rz] + b_[rz], b[n]])
        for some in chunks(length):
            part = gates[some]
            part[..., :size] = bias[:size]
            torch.addmm(bias[size:], x[some].flatten(0, 1), to_rzn, out=part.view(-1, 4 * size)[:, size:])
            _read(part, states[some.start : some.stop + 1], to_qrz)
        ctx.save_for_backward(x, W, U, gates, states)
        return states[1:]

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor | None, ...]:
        x, W, U, gates, states = ctx.saved_tensors
        size = U.shape[1]
        qrz = torch.cat([U[2 * size :], U[: 2 * size]])
        dx = torch.empty_like(x) if ctx.needs_input_grad[0] else None
        dW, dU, db = torch.zeros_like(W), torch.zeros_like(U), U.new_zeros(4 * size)
        dh = torch.zeros_like(states[0])
        for some in reversed(chunks(len(x))):
            sums = _factors(gates[some], states[some])
            _go_back(sums, gates[some], gradient[some], dh, qrz)
            flat = sums.view(-1, 4 * size)  # blocks q, r, z, n; rows are tokens
            dU.addmm_(flat[:, : 3 * size].t(), states[some].flatten(0, 1))
            dW.addmm_(flat[:, size:].t(), x[some].flatten(0, 1))
            db += flat.sum(0)
            if dx is not None:
                torch.mm(flat[:, size:], W, out=dx[some].view(len(flat), -1))
        dq, drz, dn = db.split([size, 2 * size, size])
        return dx, dh, dW, torch.cat([dU[size:], dU[:size]]), torch.cat([drz, dn]), torch.cat([drz, dq])


@torch.inference_mode()
def _read(gates: Tensor, states: Tensor, to_qrz: Tensor) -> None:
    """Go through some tokens: `gates` holds what inputs and biases give and becomes q, r, z, n; fill `states`.

    Args:
        gates: (tokens, batch, 4 * hidden_size).
        states: (tokens + 1, batch, hidden_size), the first given.
        to_qrz: (hidden_size, 3 * hidden_size).
    """
    size = states.shape[2]
    blocks = [gates[..., k * size : (k + 1) * size].unbind(0) for k in range(4)]
    sums, rz = gates[..., : 3 * size].unbind(0), gates[..., size : 3 * size].unbind(0)
    hidden_states = states.unbind(0)
    for t, (q, r, z, n) in enumerate(zip(*blocks, strict=True)):
        sums[t].addmm_(hidden_states[t], to_qrz)
        rz[t].sigmoid_()
        n.addcmul_(r, q).tanh_()
        torch.lerp(n, hidden_states[t], z, out=hidden_states[t + 1])


@torch.inference_mode()
def _factors(gates: Tensor, before: Tensor) -> Tensor:
    """Return what dh_t is multiplied by, all tokens at once, (tokens, batch, 4 * hidden_size), blocks q, r, z, n."""
    factors = torch.empty_like(gates)
    q, r, z, n = gates.chunk(4, dim=-1)
    by_q, by_r, by_z, by_n = factors.chunk(4, dim=-1)
    write = 1 - z
    torch.mul(write, n, out=by_z)
    torch.addcmul(write, by_z, n, value=-1, out=by_n)  # (1 - z)(1 - n²)
    torch.mul(by_n, r, out=by_q)
    torch.addcmul(q, q, r, value=-1, out=by_r).mul_(by_q)  # q(1 - r) times dn r
    torch.sub(before, n, out=by_z).mul_(z).mul_(write)
    return factors


@torch.inference_mode()
def _go_back(factors: Tensor, gates: Tensor, gradient: Tensor, dh: Tensor, qrz: Tensor) -> None:
    """Go back through some tokens: `factors` become the gradients of the sums, dh that of the state before.

    Args:
        factors: (tokens, batch, 4 * hidden_size), from `_factors`.
        gates: (tokens, batch, 4 * hidden_size), for z.
        gradient: what comes from above at each token, (tokens, batch, hidden_size).
        dh: what comes from the tokens after these, (batch, hidden_size).
        qrz: the recurrent weights in the blocks' order, (3 * hidden_size, hidden_size).
    """
    size = dh.shape[1]
    by_block = factors.unflatten(2, (4, size)).unbind(0)
    to_state = factors[..., : 3 * size].unbind(0)
    keep, above = gates[..., 2 * size : 3 * size].unbind(0), gradient.unbind(0)
    for t in range(len(keep) - 1, -1, -1):
        dh.add_(above[t])
        by_block[t].mul_(dh.unsqueeze(1))
        dh.mul_(keep[t]).addmm_(to_state[t], qrz)
