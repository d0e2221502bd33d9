"""The LSTM's gates, of all tokens at once, from its hidden states; only the memory is summed up along the text."""

from __future__ import annotations

import torch
from torch import Tensor

from seqviz.models.cells.values import CellWeights, Values


def lstm_gates(rows: Tensor, before: Tensor, weights: CellWeights) -> Values:
    """Return the three gates, the candidate and the cell state, each (length, batch, hidden_size).

    Args:
        rows: what the layer read, time first, (length, batch, input_size).
        before: the hidden state before each token, (length, batch, hidden_size).
        weights: of the layer.
    """
    W, U, b, b_ = weights.tensors()
    sums = torch.addmm(b + b_, rows.flatten(0, 1), W.t()).addmm_(before.flatten(0, 1), U.t())
    sums = sums.view(*before.shape[:2], -1)  # (length, batch, 4 * hidden_size)
    i, f, g, o = sums.chunk(4, dim=-1)
    sums[..., : 2 * weights.hidden_size].sigmoid_()
    g.tanh_()
    o.sigmoid_()
    c = _running_memory(i * g, f)
    return {"input_gate": i, "forget_gate": f, "candidate": g, "output_gate": o, "cell_state": c}


def _running_memory(written: Tensor, kept: Tensor) -> Tensor:
    """Turn what each token writes into c_t = kept_t * c_{t-1} + written_t, in place; (length, batch, hidden_size).

    On NumPy views of the tensors: its small operations cost half of PyTorch's.
    """
    memory, keep = written.numpy(), kept.numpy()
    for t in range(1, len(memory)):
        memory[t] += keep[t] * memory[t - 1]
    return written
