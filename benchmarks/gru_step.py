"""A training step with the hand-derived GRU against one with `nn.GRU`."""

from __future__ import annotations

from benchmarks.harness import Result, compare
from benchmarks.training_step import EMBEDDING_DIM, HIDDEN_SIZE, VOCABULARY_SIZE, TorchNet, training_step
from seqviz.models.sentiment import SentimentNet


def measure() -> Result:
    """Embedding 64, hidden 64, 200 tokens, batch 32, one thread."""
    ours = training_step(SentimentNet(VOCABULARY_SIZE, EMBEDDING_DIM, "gru", (HIDDEN_SIZE,), pooling="mean"))
    timing = compare(ours, training_step(TorchNet("gru")))
    note = "training step / nn.GRU step: embedding 64, hidden 64, 200 tokens, batch 32"
    return Result(timing.ratio, timing.ours, timing.theirs, "ms", note)
