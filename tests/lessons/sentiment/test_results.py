from __future__ import annotations

import pytest
from streamlit.proto.Metric_pb2 import Metric as MetricProto
from streamlit.testing.v1 import AppTest

from seqviz.lessons.sentiment.results import near_copies_said, verdict


@pytest.mark.parametrize(
    ("accuracy", "baseline", "said"),
    [
        (0.98, 0.73, "The net is better"),
        (0.872, 0.889, "cannot be told apart"),
        (0.80, 0.889, "The bag of words and word pairs is"),
    ],
)
def test_the_verdict_on_net_and_baseline_follows_from_their_numbers(accuracy, baseline, said):
    right = round(1000 * accuracy)
    result = {"accuracy": right / 1000, "confusion": [[right, 0], [1000 - right, 0]]}
    assert said in verdict(result, baseline)
    assert "1,000 reviews" in verdict(result, baseline)


def test_near_copies_on_both_sides_of_the_split_are_told():
    assert "Of 46 validation reviews, 23 (50%) have 80% or more" in near_copies_said(
        {"near_copies": 23, "looked_at": 46}
    )
    assert near_copies_said({"near_copies": 0, "looked_at": 46}) is None
    assert near_copies_said({"name": "a run of before they were counted"}) is None


def test_all_right_on_few_reviews_leaves_a_margin():
    result = {"accuracy": 1.0, "confusion": [[23, 0], [0, 23]]}
    assert "from −7.7 to +7.7 points" in verdict(result, 1.0)


@pytest.mark.parametrize(
    ("baseline", "said", "colour", "direction"),
    [
        (0.912, "−11.2 points", MetricProto.RED, MetricProto.DOWN),
        (0.7, "+10.0 points", MetricProto.GREEN, MetricProto.UP),
        (0.8, "+0.0 points", MetricProto.GRAY, None),
    ],
)
def test_a_net_behind_its_baseline_is_told_by_a_minus_in_red_and_downwards(baseline, said, colour, direction):
    def page(baseline):
        from seqviz.lessons.sentiment.results import result_line

        result = {"accuracy": 0.8, "confusion": [[40, 10], [10, 40]], "parameters": 1, "seconds": 1.0}
        result_line(result | {"epochs": 1.0}, baseline)

    metric = AppTest.from_function(page, args=(baseline,)).run().metric[0]
    assert metric.delta == said
    assert metric.proto.color == colour
    assert direction is None or metric.proto.direction == direction
