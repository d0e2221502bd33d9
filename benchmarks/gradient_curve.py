"""|dL/dh_t| at all tokens: the backward pass by hand against a loop over the equations with `retain_grad`."""

from __future__ import annotations

import torch
from torch import Tensor

from benchmarks.harness import Result, compare
from benchmarks.training_step import BATCH, EMBEDDING_DIM, HIDDEN_SIZE, LENGTH
from seqviz.models.cells.lstm.step import lstm_step
from seqviz.models.cells.registry import cell_named
from seqviz.models.cells.values import CellWeights
from seqviz.models.initial import initial_weights
from seqviz.models.inspect.backward import backward_through_time


def measure() -> Result:
    """LSTM, input 64, hidden 64, 200 tokens, batch 32, one thread, forward pass included on both sides."""
    torch.set_num_threads(1)
    torch.set_flush_denormal(False)  # PyTorch's default; another bench may have changed it
    generator = torch.Generator().manual_seed(0)
    weights = initial_weights("lstm", EMBEDDING_DIM, HIDDEN_SIZE, generator)
    rows = torch.randn(LENGTH, BATCH, EMBEDDING_DIM, generator=generator)
    loss = torch.randn(BATCH, HIDDEN_SIZE, generator=generator)
    learning = CellWeights(*(tensor.clone().requires_grad_() for tensor in weights.tensors()))
    timing = compare(
        lambda: backward_through_time("lstm", rows, weights, loss).hidden_states.norm(dim=2),
        lambda: _with_retain_grad(rows, learning, loss),
        repeats=2,
    )
    note = (
        "LSTM, hidden 64, 200 tokens, batch 32, forward included / per-step loop with retain_grad, "
        "which also carries numbers too small for their digits along, where ours takes them for 0"
    )
    return Result(timing.ratio, timing.ours, timing.theirs, "ms", note)


def _with_retain_grad(rows: Tensor, weights: CellWeights, loss: Tensor) -> Tensor:
    """Return |dL/dh_t|, (length, batch)."""
    values, states = cell_named("lstm").initial_state(rows.shape[1], weights), []
    for x in rows:
        values = lstm_step(x, values, weights)
        values["hidden_state"].retain_grad()
        states.append(values["hidden_state"])
    (states[-1] * loss).sum().backward()
    return torch.stack([state.grad for state in states if state.grad is not None]).norm(dim=2)
