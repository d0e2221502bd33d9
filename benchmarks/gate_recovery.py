"""From token ids to every gate of a text: fused layer and recovery against the equations run token by token."""

from __future__ import annotations

import torch

from benchmarks.harness import Result, Timing, compare
from benchmarks.training_step import EMBEDDING_DIM, LENGTH, VOCABULARY_SIZE
from seqviz.models.cells.registry import Cell, cell_named
from seqviz.models.inspect.gates import trace
from seqviz.models.sentiment import SentimentNet

HIDDEN_SIZE = 128


def measure() -> Result:
    """One text of 200 tokens, embedding 64, hidden 128, one thread, forward pass included on both sides."""
    lstm, gru = _timing("lstm"), _timing("gru")
    note = f"ids to all gates, LSTM, hidden 128, 200 tokens / step-by-step cell (GRU: {gru.ratio:.2f})"
    return Result(lstm.ratio, lstm.ours, lstm.theirs, "ms", note)


def _timing(cell: Cell) -> Timing:
    torch.set_num_threads(1)
    net = SentimentNet(VOCABULARY_SIZE, EMBEDDING_DIM, cell, (HIDDEN_SIZE,))
    ids = torch.randint(2, VOCABULARY_SIZE, (LENGTH,), generator=torch.Generator().manual_seed(0))
    tokens = tuple(map(str, ids.tolist()))
    weights = net.recurrent.weights(0, "forward")

    @torch.no_grad()
    def theirs() -> None:
        cell_named(cell).read_step_by_step(net.embedding(ids.unsqueeze(0)), weights)

    return compare(lambda: trace(net, ids, tokens), theirs, repeats=5)
