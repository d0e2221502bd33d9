"""The backward pass through the LSTM, by hand."""

from __future__ import annotations

import torch
from torch import Tensor

from seqviz.models.cells.backward import StateGradients, chunks, room, row_before
from seqviz.models.cells.values import Activation, CellWeights, Values


def lstm_backward(
    gates: Values, weights: CellWeights, loss: Tensor, activation: Activation
) -> StateGradients:
    """dc_t = dc_{t+1} * f_{t+1} + dh_t * o_t * (1 - tanh²(c_t)); the gates' sums follow, and dh_{t-1} from them."""
    length = len(gates["cell_state"])
    dh, dc = room(length, loss), room(length, torch.zeros_like(loss))
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
    return StateGradients(dh, dc, sums.flatten(2))


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
    before = row_before(gates["cell_state"], some)
    squashed = (2 * gates["cell_state"][some]).sigmoid_().mul_(2).sub_(1)  # tanh, in a fraction of its time
    by_i, by_f, by_g, by_o = factors.unbind(2)
    written, kept, shown = i * g, f * before, o * squashed
    torch.addcmul(written, written, i, value=-1, out=by_i)  # g i (1 - i)
    torch.addcmul(kept, kept, f, value=-1, out=by_f)  # c f (1 - f), c from before
    torch.addcmul(i, written, g, value=-1, out=by_g)  # i (1 - g²)
    torch.addcmul(shown, shown, o, value=-1, out=by_o)  # tanh(c) o (1 - o)
    return o - shown * squashed
