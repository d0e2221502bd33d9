"""The grid of context sizes: each of its nets is trained as it is alone."""

from __future__ import annotations

import pytest

from seqviz.experiments.translation.bottleneck_train import fit_bottleneck
from seqviz.experiments.translation.config import BottleneckExperiment
from seqviz.experiments.translation.encoding import load_encoded
from seqviz.experiments.translation.train import TranslationTraining
from seqviz.runs.events import Finished, Metrics, Progress

SMALL = BottleneckExperiment(context_sizes=(4, 8), max_length=3, num_pairs=200, num_epochs=2)


@pytest.fixture(scope="module")
def events():
    return list(fit_bottleneck(SMALL))


def test_every_net_is_trained_as_it_is_alone(events):
    [finished] = [event for event in events if isinstance(event, Finished)]
    name, arm = next(iter(SMALL.arms().items()))
    alone = TranslationTraining(arm, load_encoded(arm))
    for _ in range(SMALL.num_epochs):
        alone.train_epoch()
    alone.measure_on(None)
    assert finished.result["arms"].keys() == SMALL.arms().keys()
    assert finished.result["arms"][name]["loss"] == pytest.approx(alone.measured.loss, rel=1e-4)
    assert finished.result["arms"][name]["by_length"] == alone.summary()["by_length"]


def test_every_net_is_measured_at_every_length_after_each_epoch(events):
    measured = [e for e in events if isinstance(e, Metrics) and "exact_match" in e.values]
    assert [e.arm for e in measured] == [*SMALL.arms()] * SMALL.num_epochs
    lengths = {name for e in measured for name in e.values if name.startswith("exact_match_")}
    assert all(lengths <= e.values.keys() for e in measured)
    assert [e.fraction for e in events if isinstance(e, Progress)][-1] == 1.0
