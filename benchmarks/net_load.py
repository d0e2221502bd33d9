"""A net that comes with the app, from its file to the net, beside the 50 ms in which a page may not be felt to wait."""

from __future__ import annotations

import statistics
import time

from benchmarks.harness import Result
from seqviz.experiments.sentiment.trained import SentimentReader
from seqviz.export.bundled_runs import load_bundled_run
from seqviz.runs.registry import kind_named

UNFELT = 50.0  # milliseconds
ROUNDS = 20
NOTE = (
    "a net of real film reviews, float16 file → net, the slowest of all; median of 20 loads, processor time; "
    "held against 50 ms"
)


def measure() -> Result:
    """Load every sentiment net that has learned from real reviews."""
    ours = max(_milliseconds(name) for name in kind_named("sentiment").pretrained)
    return Result(ours / UNFELT, ours, UNFELT, "ms", NOTE)


def _milliseconds(name: str) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run = load_bundled_run(name)
        SentimentReader.from_run(run.config, run.extras, run.weights)
        times.append(time.process_time() - start)
    return 1000 * statistics.median(times)
