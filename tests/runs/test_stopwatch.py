"""What a training takes is counted by the clock and by the processor; only the second is fair to compare."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.recall.config import RecallExperiment
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.translation.config import BottleneckExperiment, TranslationExperiment
from seqviz.runs.events import Finished, Metrics
from seqviz.runs.registry import train
from seqviz.runs.stopwatch import Stopwatch

TINY = {"embedding_dim": 4, "num_epochs": 1, "batch_size": 64}
TRAININGS = {
    "sentiment": SentimentExperiment(**TINY, hidden_sizes=(4,), max_length=8),
    "language-model": LanguageModelExperiment(**TINY, hidden_sizes=(4,), ngram_order=1),
    "translation": TranslationExperiment(**TINY, hidden_size=4, num_pairs=100),
    "bottleneck": BottleneckExperiment(context_sizes=(2,), num_pairs=200, num_epochs=1, max_length=4),
    "recall": RecallExperiment(longest_lag=4, hidden_size=4, num_steps=20),
}


def compute(seconds: float) -> None:
    began = time.process_time()
    while time.process_time() - began < seconds:
        pass


def test_waiting_takes_time_by_the_clock_alone_and_computing_takes_both():
    stopwatch = Stopwatch()
    with stopwatch.running():
        time.sleep(0.2)
    assert stopwatch.seconds >= 0.2
    assert stopwatch.processor_seconds < 0.1
    with stopwatch.running():
        compute(0.2)
    assert 0.2 <= stopwatch.processor_seconds < 0.4
    assert stopwatch.seconds >= 0.39


def test_what_is_done_between_is_not_counted():
    stopwatch = Stopwatch()
    with stopwatch.running():
        compute(0.01)
    before = stopwatch.summary()
    compute(0.1)
    assert stopwatch.summary() == before


@pytest.mark.parametrize("kind", TRAININGS)
def test_every_trained_net_tells_both_times_with_every_measurement(kind):
    events = list(train(TRAININGS[kind]))
    metrics = [event for event in events if isinstance(event, Metrics)]
    for arm in {event.arm for event in metrics}:
        counted = [event.processor_seconds for event in metrics if event.arm == arm]
        assert all(earlier <= later for earlier, later in pairwise(counted))
        assert counted[-1] > 0
    [finished] = [event for event in events if isinstance(event, Finished)]
    if kind in ("sentiment", "language-model", "translation"):
        assert finished.result["processor_seconds"] == pytest.approx(metrics[-1].processor_seconds, abs=1e-3)


def test_the_steps_of_an_iterator_are_counted_and_what_is_done_between_them_is_not():
    watch = Stopwatch()

    def steps():
        for step in range(3):
            time.sleep(0.02)
            yield step

    seen = []
    for step in watch.over(steps()):
        time.sleep(0.1)
        seen.append(step)
    assert seen == [0, 1, 2]
    assert 0.06 <= watch.seconds < 0.3
