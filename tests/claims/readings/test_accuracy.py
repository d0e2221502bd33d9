from __future__ import annotations

from types import SimpleNamespace

import pytest

from seqviz.claims.outcome import NoValue
from seqviz.claims.readings.accuracy import accuracy, seconds_to, steps_to_share
from seqviz.runs.events import Metrics


def measured(*points):
    return [
        Metrics(step, 0.0, 0.0, {"validation_accuracy": value}, processor_seconds=seconds)
        for step, seconds, value in points
    ]


CURVE = SimpleNamespace(
    metrics=[
        *measured((0, 0.0, 0.5), (10, 1.0, 0.6)),
        Metrics(15, 0.0, 0.0, {"train_loss": 0.1}),
        *measured((20, 2.0, 0.75), (30, 3.0, 0.8)),
    ]
)


def test_the_test_part_is_read_where_there_is_one():
    assert accuracy(SimpleNamespace(result={"accuracy": 0.7, "test_accuracy": 0.6})) == 0.6
    assert accuracy(SimpleNamespace(result={"accuracy": 0.7})) == 0.7


def test_the_first_step_at_90_percent_of_the_end_is_found():
    assert steps_to_share(CURVE, 0.9) == 20  # 0.9 * 0.8 = 0.72
    assert steps_to_share(CURVE, 0.5) == 0


def test_the_seconds_to_a_level_are_those_of_the_first_measurement_there():
    assert seconds_to(CURVE, 0.7) == 2.0
    with pytest.raises(NoValue):
        seconds_to(CURVE, 0.9)
