"""What watching costs: LSTM training steps with one example's gates read now and then, against none read."""

from __future__ import annotations

from benchmarks.harness import Result, compare
from benchmarks.training_step import (
    EMBEDDING_DIM,
    HIDDEN_SIZE,
    VOCABULARY_SIZE,
    TorchNet,
    random_texts,
    training_step,
)
from seqviz.models.inspect.gates import trace
from seqviz.models.sentiment import SentimentNet

STEPS_PER_READING = 10


def measure() -> Result:
    """Embedding 64, hidden 64, 200 tokens, batch 32, one thread."""
    net = SentimentNet(VOCABULARY_SIZE, EMBEDDING_DIM, "lstm", (HIDDEN_SIZE,), pooling="mean")
    our_step, their_step = training_step(net), training_step(TorchNet("lstm"))
    watched = random_texts()[0][0]
    tokens = tuple(map(str, watched.tolist()))

    def ours() -> None:
        for _ in range(STEPS_PER_READING):
            our_step()
        trace(net, watched, tokens)

    def theirs() -> None:
        for _ in range(STEPS_PER_READING):
            their_step()

    timing = compare(ours, theirs)
    note = (
        f"training step, gates of one text of 200 tokens read every {STEPS_PER_READING}th / bare nn.LSTM step"
    )
    mine, other = timing.ours / STEPS_PER_READING, timing.theirs / STEPS_PER_READING
    return Result(timing.ratio, mine, other, "ms", note)
