"""PyTorch's own layers with their weights as the cells take them, and something for them to read."""

from __future__ import annotations

import torch

from seqviz.models.cells.values import CellWeights
from tests.models.nets import generator

LENGTH, BATCH, INPUT, HIDDEN = 6, 3, 4, 5


def layer_and_rows(kind, dtype=torch.float64):
    """Return a layer of `torch.nn`, its weights, and rows (LENGTH, BATCH, INPUT)."""
    torch.manual_seed(0)
    layer = kind(INPUT, HIDDEN).to(dtype)
    rows = torch.randn(LENGTH, BATCH, INPUT, generator=generator(1), dtype=dtype)
    return layer, CellWeights(*(weight.detach() for weight in layer.parameters())), rows


def stepped(step, rows, weights, states, leaves=None):
    """Read rows step by step; each state of `leaves` is added to as soon as it is computed, at its token."""
    values = {name: torch.zeros(rows.shape[1], HIDDEN, dtype=rows.dtype) for name in states}
    history = []
    for t, row in enumerate(rows):
        add = lambda name, value, t=t: value + leaves[name][t] if leaves and name in leaves else value  # noqa: E731
        values = step(row, values, weights, add)
        history.append(values)
    return {name: torch.stack([each[name] for each in history]) for name in values}


def before(states):
    """Return the rows one token earlier, zeros before the first."""
    return torch.cat([torch.zeros_like(states[:1]), states[:-1]])


def gradients(step, rows, weights, states, loss):
    """Return by autograd dL/d of each state, and dL/dx, of a loss that looks at the last hidden state."""
    rows = rows.clone().requires_grad_()
    leaves = {
        name: torch.zeros(LENGTH, BATCH, HIDDEN, dtype=rows.dtype, requires_grad=True) for name in states
    }
    last = stepped(step, rows, weights, states, leaves)["hidden_state"][-1]
    *of_states, of_rows = torch.autograd.grad((last * loss).sum(), [*leaves.values(), rows])
    return dict(zip(states, of_states, strict=True)), of_rows
