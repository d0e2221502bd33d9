from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from seqviz.text.intervals import differ, difference_interval, expected_best, share_interval

SAMPLES = st.integers(1, 5_000).flatmap(lambda number: st.tuples(st.integers(0, number), st.just(number)))


@given(SAMPLES, st.floats(0.5, 0.999))
def test_the_interval_of_a_share_is_scipys(sample, confidence):
    found = share_interval(*sample, confidence)
    expected = binomtest(*sample).proportion_ci(confidence, method="wilson")
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-9)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [  # Newcombe 1998, table II, method 10
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_the_interval_of_a_difference_is_the_published_one(first, second, low, high):
    found = difference_interval(first, second)
    assert (found.low, found.high) == pytest.approx((low, high), abs=6e-5)


@given(SAMPLES, SAMPLES)
def test_an_interval_of_a_difference_holds_it_and_turns_round_with_it(first, second):
    found, turned = difference_interval(first, second), difference_interval(second, first)
    assert found.holds(first[0] / first[1] - second[0] / second[1])
    assert -1 - 1e-9 <= found.low < found.high <= 1 + 1e-9
    assert (found.low, found.high) == pytest.approx((-turned.high, -turned.low))


def test_all_right_of_few_leaves_room_on_either_side():
    found = difference_interval((46, 46), (46, 46))
    assert found.low == pytest.approx(-0.077, abs=0.001) and found.high == pytest.approx(0.077, abs=0.001)


def test_a_difference_of_a_few_is_no_difference():
    assert not difference_interval((3, 6), (6, 6)).holds(0.0)
    assert not differ((3, 6), (6, 6))  # Fisher: p = 0.18
    assert differ((300, 600), (600, 600))


def test_equal_shares_of_small_samples_are_seldom_told_apart():
    rng = np.random.default_rng(0)
    for number, share in ((6, 0.5), (12, 0.9), (46, 0.95)):
        pairs = rng.binomial(number, share, (400, 2))
        told = np.mean([differ((int(a), number), (int(b), number)) for a, b in pairs])
        assert told <= 0.05 + 3 * np.sqrt(0.05 * 0.95 / 400)


@pytest.mark.parametrize("sample", [(1, 0), (0, 0), (5, 4), (-1, 4)])
def test_a_sample_that_is_none_is_refused(sample):
    with pytest.raises(ValueError, match="at most as many"):
        share_interval(*sample)


@pytest.mark.parametrize("tries", [1, 5, 20])
def test_the_best_of_several_is_what_a_simulation_finds(tries):
    drawn = np.random.default_rng(0).binomial(600, 0.9, (20_000, tries)).max(axis=1) / 600
    assert expected_best(0.9, 600, tries) == pytest.approx(drawn.mean(), abs=5e-4)
