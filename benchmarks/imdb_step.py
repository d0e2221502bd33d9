"""A training step of the net that articles build for IMDB, beside Keras and TensorFlow."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.harness import Result, UnavailableError, compare
from benchmarks.training_step import random_texts, training_step
from seqviz.models.sentiment import SentimentNet

VOCABULARY_SIZE, EMBEDDING_DIM, HIDDEN_SIZE, BATCH = 10_000, 128, 64, 128
ROOT = Path(__file__).parents[1]
USUAL_PYTHON = ROOT / ".venv-keras" / "bin" / "python"


def measure() -> Result:
    """Batch 128, 200 tokens, embedding 128, BiLSTM 64, last state, dropout 0.5, one thread each."""
    net = SentimentNet(
        VOCABULARY_SIZE,
        EMBEDDING_DIM,
        "lstm",
        (HIDDEN_SIZE,),
        bidirectional=True,
        dropout=0.5,
        pooling="last",
    )
    our_step = training_step(net.train(), random_texts(VOCABULARY_SIZE, BATCH))
    with _keras() as (versions, their_step):
        timing = compare(our_step, their_step, rounds=11, repeats=2, clock=time.perf_counter)
    note = f"classic BiLSTM-64 training step, batch 128 × 200 tokens / {versions}"
    return Result(timing.ratio, timing.ours, timing.theirs, "ms", note)


@contextmanager
def _keras() -> Iterator[tuple[str, Callable[[], object]]]:
    """Start the other environment's Python; yield its versions and a call that makes one step over there."""
    python = Path(os.environ.get("SEQVIZ_KERAS_PYTHON", USUAL_PYTHON))
    if not python.exists():
        raise UnavailableError(
            "imdb_step needs Keras in an environment of its own: `make bench-keras` makes it."
        )
    script = Path(__file__).with_name("keras_side.py")
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([python.absolute(), script], text=True, **pipes) as process:  # type: ignore[call-overload]
        versions = process.stdout.readline().strip()
        if not versions:
            raise UnavailableError(
                f"{python} cannot run Keras with TensorFlow: `make bench-keras` makes it anew."
            )

        def step() -> float:
            process.stdin.write("step\n")
            process.stdin.flush()
            return float(process.stdout.readline())

        step()
        yield versions, step
        process.stdin.close()
