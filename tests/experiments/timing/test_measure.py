from __future__ import annotations

import itertools

import pytest

from seqviz.embeddings import update_cost
from seqviz.experiments.timing.config import StepTimeExperiment, UpdateTimeExperiment
from seqviz.models.cells.registry import CELLS
from seqviz.runs.registry import train
from seqviz.runs.step_time import TORCH_GRU, LayerSize, step_seconds


def test_every_layer_is_timed():
    result = list(train(StepTimeExperiment(units=2, length=2, batch_size=1, repeats=3)))[-1].result
    assert set(result["seconds_a_step"]) == {*CELLS, TORCH_GRU}
    assert all(seconds > 0 for seconds in result["seconds_a_step"].values())


def test_the_short_cuts_are_measured_against_the_full_softmax():
    result = list(train(UpdateTimeExperiment(vocabulary_size=2_000)))[-1].result
    seconds = result["seconds_an_update"]
    assert set(result["full_over"]) == {"hierarchical softmax", "negative sampling"}
    for name, times in result["full_over"].items():
        assert times == pytest.approx(seconds["full softmax"] / seconds[name])


def test_the_time_is_read_from_the_clock_that_is_given():
    """A clock that goes on by one at each look: every step takes one, so the medians are 1."""
    ticks = itertools.count()
    spreads = step_seconds(LayerSize(2, 2, 2, 1), repeats=3, clock=lambda: float(next(ticks)))
    assert {spread.median for spread in spreads.values()} == {1.0}
    costs = update_cost.measure((50,), clock=lambda: float(next(ticks)))
    assert costs.full == costs.hierarchical == costs.sampling == (1.0,)


def test_a_repetition_is_a_run_of_its_own():
    assert StepTimeExperiment(seed=1) != StepTimeExperiment(seed=2)
    assert UpdateTimeExperiment(vocabulary_size=100_000).expected_seconds() < 5
