"""Reading 10 000 GloVe vectors of 50 numbers, beside `numpy.loadtxt` on the same numbers."""

from __future__ import annotations

import io
import os
import time
from pathlib import Path

import numpy as np

from benchmarks.harness import Result, UnavailableError, compare
from seqviz.embeddings.vector_files import read_vectors

NUM_WORDS = 10_000


def measure() -> Result:
    """Read words and numbers on our side, the numbers alone on the other; both from memory."""
    path = Path(os.environ.get("SEQVIZ_TEST_DATA", "")) / "embeddings" / "glove.6B.50d.top10k.txt"
    if not path.exists():
        raise UnavailableError("SEQVIZ_TEST_DATA names no folder with embeddings/glove.6B.50d.top10k.txt.")
    lines = path.read_bytes().splitlines()[:NUM_WORDS]
    whole = b"\n".join(lines)
    numbers = b"\n".join(line.partition(b" ")[2] for line in lines)
    assert np.array_equal(
        read_vectors(io.BytesIO(whole)).vectors, np.loadtxt(io.BytesIO(numbers), dtype=np.float32)
    )
    timing = compare(
        lambda: read_vectors(io.BytesIO(whole)),
        lambda: np.loadtxt(io.BytesIO(numbers)),
        rounds=7,
        clock=time.process_time,
    )
    note = f"{NUM_WORDS:,} × 50 GloVe text with its words / numpy.loadtxt on the numbers alone"
    return Result(timing.ratio, timing.ours, timing.theirs, "ms", note)
