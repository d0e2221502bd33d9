"""The gradient of a loss at the end, carried back through a layer by hand: exact, and quicker than autograd.

The forward pass is the fused one, the gates are recovered, everything that multiplies the gradient on its way back
is computed for all tokens at once, and the way back is a few operations per token.

`torch.autograd.grad(loss, nn_lstm_output)` is not this quantity: the returned sequence is a copy, so only its last
row has a gradient.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from seqviz.models.cells.equations import CellWeights, Values
from seqviz.models.cells.fast_gru import chunks
from seqviz.models.inspect.gates import recover_layer
from seqviz.models.inspect.trace import Cell
from seqviz.models.layer import Activation, run_layer
from seqviz.models.subnormals import without_subnormals


@dataclass(frozen=True)
class WayBack:
    """Gradients of a loss that looks at the last state only; time first.

    Attributes:
        hidden_states: dL/dh_t, (length, batch, hidden_size).
        cell_states: dL/dc_t, the same shape; None but for the LSTM.
        sums: dL/d of what the token says inside each gate, W x_t + b, (length, batch, blocks * hidden_size).
    """

    hidden_states: Tensor
    cell_states: Tensor | None
    sums: Tensor

    def inputs(self, weights: CellWeights) -> Tensor:
        """Return dL/dx_t, (length, batch, input_size)."""
        return self.sums @ weights.weight_ih.detach()


@torch.no_grad()
def way_back(
    cell: Cell, rows: Tensor, weights: CellWeights, loss: Tensor, activation: Activation = "tanh"
) -> WayBack:
    """Carry the gradient of a loss from the last hidden state back to every state and input.

    Args:
        cell: which cell.
        rows: what the layer read, time first, (length, batch, input_size).
        weights: of the layer.
        loss: dL/dh_T, (batch, hidden_size); of one text also several, (losses, hidden_size).
        activation: of the plain cell.

    Returns:
        The gradients; their batch is that of `loss`. What is too small for the number format to hold with all its
        digits (1.2e-38 in float32) is 0.

    Raises:
        ValueError: if the cell is unknown.
    """
    with without_subnormals():  # forty of 200 tokens, where the gradient fades
        return _way_back(cell, rows, weights, loss, activation)


def _way_back(
    cell: Cell, rows: Tensor, weights: CellWeights, loss: Tensor, activation: Activation
) -> WayBack:
    detached = CellWeights(*(tensor.detach() for tensor in weights.tensors()))
    hidden_states, _ = run_layer(cell, rows, detached, activation=activation)
    recovered = recover_layer(cell, rows, hidden_states, detached)
    gates = {name: value.expand(-1, len(loss), -1) for name, value in recovered.items()}
    if cell == "rnn":
        return _rnn_way_back(gates["hidden_state"], detached, loss, activation)
    return (_lstm_way_back if cell == "lstm" else _gru_way_back)(gates, detached, loss)


def _rnn_way_back(states: Tensor, weights: CellWeights, loss: Tensor, activation: Activation) -> WayBack:
    """dh_{t-1} = U^T (dh_t * slope_t)."""
    sums = 1 - states * states if activation == "tanh" else (states > 0).to(states.dtype)  # slopes at first
    dh = _room(len(states), loss)
    for t in range(len(states) - 1, -1, -1):
        sums[t].mul_(dh[t])
        if t:
            torch.mm(sums[t], weights.weight_hh, out=dh[t - 1])
    return WayBack(dh, None, sums)


def _lstm_way_back(gates: Values, weights: CellWeights, loss: Tensor) -> WayBack:
    """dc_t = dc_{t+1} * f_{t+1} + dh_t * o_t * (1 - tanh²(c_t)); the gates' sums follow, and dh_{t-1} from them."""
    length = len(gates["cell_state"])
    dh, dc = _room(length, loss), _room(length, torch.zeros_like(loss))
    sums = loss.new_empty(length, len(loss), 4, weights.hidden_size)
    flat, by_memory, by_output = sums.flatten(2).unbind(0), sums[:, :, :3].unbind(0), sums[:, :, 3].unbind(0)
    kept, states, memories = gates["forget_gate"].unbind(0), dh.unbind(0), dc.unbind(0)
    for some in reversed(chunks(length)):
        shown = _lstm_factors(gates, some, sums[some]).unbind(0)
        for t in range(some.stop - 1, some.start - 1, -1):
            memories[t].addcmul_(states[t], shown[t - some.start])
            by_memory[t].mul_(memories[t].unsqueeze(1))
            by_output[t].mul_(states[t])
            if t:
                torch.mul(memories[t], kept[t], out=memories[t - 1])
                torch.mm(flat[t], weights.weight_hh, out=states[t - 1])
    return WayBack(dh, dc, sums.flatten(2))


def _lstm_factors(gates: Values, some: slice, factors: Tensor) -> Tensor:
    """Fill in what dc_t (i, f, g) and dh_t (o) reach the gates' sums by; return what dh_t reaches dc_t by.

    Args:
        gates: of all tokens.
        some: which tokens.
        factors: to fill, (tokens, batch, 4, hidden_size).

    Returns:
        o (1 - tanh²(c)), (tokens, batch, hidden_size).
    """
    i, f, g, o = (gates[name][some] for name in ("input_gate", "forget_gate", "candidate", "output_gate"))
    before = _row_before(gates["cell_state"], some)
    squashed = (2 * gates["cell_state"][some]).sigmoid_().mul_(2).sub_(1)  # tanh, in a fraction of its time
    by_i, by_f, by_g, by_o = factors.unbind(2)
    written, kept, shown = i * g, f * before, o * squashed
    torch.addcmul(written, written, i, value=-1, out=by_i)  # g i (1 - i)
    torch.addcmul(kept, kept, f, value=-1, out=by_f)  # c f (1 - f), c from before
    torch.addcmul(i, written, g, value=-1, out=by_g)  # i (1 - g²)
    torch.addcmul(shown, shown, o, value=-1, out=by_o)  # tanh(c) o (1 - o)
    return o - shown * squashed


def _row_before(rows: Tensor, some: slice) -> Tensor:
    """Return the rows one earlier than `some`, zeros before the first."""
    if some.start:
        return rows[some.start - 1 : some.stop - 1]
    return torch.cat([torch.zeros_like(rows[:1]), rows[: some.stop - 1]])


def _gru_way_back(gates: Values, weights: CellWeights, loss: Tensor) -> WayBack:
    """dh_{t-1} = dh_t * z_t + U^T [dr_t, dz_t, dq_t]; see `fast_gru.py` for the factors."""
    sums, keep = _gru_factors(gates, weights), gates["update_gate"]  # sums are factors at first
    dh = _room(len(sums), loss)
    for t in range(len(sums) - 1, -1, -1):
        sums[t].mul_(dh[t].unsqueeze(1))
        if t:
            torch.addmm(dh[t] * keep[t], sums[t, :, :3].flatten(1), weights.weight_hh, out=dh[t - 1])
    dr, dz, _, dn = sums.unbind(2)
    return WayBack(dh, None, torch.cat([dr, dz, dn], dim=2))


def _gru_factors(gates: Values, weights: CellWeights) -> Tensor:
    """Return what dh_t reaches the sums of r, z, q and n by, (length, batch, 4, hidden_size)."""
    candidate = slice(2 * weights.hidden_size, None)
    before = _row_before(gates["hidden_state"], slice(0, len(gates["hidden_state"])))
    q = before @ weights.weight_hh[candidate].t() + weights.bias_hh[candidate]
    r, z, n = gates["reset_gate"], gates["update_gate"], gates["candidate"]
    by_n = (1 - z) * (1 - n * n)
    by_q = by_n * r
    return torch.stack([by_q * q * (1 - r), (before - n) * z * (1 - z), by_q, by_n], dim=2)


def _room(length: int, last: Tensor) -> Tensor:
    """Return (length, *last.shape), unfilled but for its last row."""
    room = last.new_empty(length, *last.shape)
    room[-1] = last
    return room
