from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seqviz.lessons.training_tricks.counts import Kept
from seqviz.lessons.training_tricks.tasks import (
    Screen,
    all_alike,
    long_walk,
    nine_in_ten_dropped,
    thinned_out,
)

CHANCES = Kept(["the", "zebra"], np.array([0.1, 0.001]), np.array([0.01, 0.1]), np.array([0.0101, 0.11]))
THERE = Screen(
    -5.0,
    CHANCES,
    1_000,
    0.0,
    ["the", "movie", "zebra"],
    np.array([16, 4, 1]),
    "zebra",
    {"the": 3, "zebra": 9},
)


def test_at_the_lowest_threshold_a_frequent_and_a_rare_word_are_told():
    assert thinned_out(THERE).is_done
    assert "*the*, the most frequent word, is kept with probability 0.010" in thinned_out(THERE).said
    assert "*zebra*, the rarest, with 0.110" in thinned_out(THERE).said
    assert "Lower t" in thinned_out(replace(THERE, log_t=-4.75)).said


@pytest.mark.parametrize("log_t", [-5.0, -3.0])
def test_a_word_a_hundred_times_as_frequent_as_t_loses_nine_in_ten(log_t):
    there = replace(THERE, log_t=log_t, per_million=round(100 * 10**log_t * 1e6))
    assert nine_in_ten_dropped(there).is_done and "comes 100 times t" in nine_in_ten_dropped(there).said
    for factor in (0.5, 2):
        other = replace(there, per_million=round(there.per_million * factor))
        assert not nine_in_ten_dropped(other).is_done


def test_with_power_0_the_rarest_word_is_lifted_most():
    # a third of the noise instead of 1/21 of the text; at power ¾: 1 / (8 + 2.83 + 1) instead of 1/21
    assert all_alike(THERE).is_done
    assert "*zebra* (1 occurrence) is drawn most: 7.0 times as often; with power ¾ it would be 1.8" in (
        all_alike(THERE).said
    )
    assert "Set the power to 0" in all_alike(replace(THERE, power=0.75)).said
    assert not all_alike(replace(THERE, noise_words=[], noise_counts=np.array([]))).is_done


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (replace(THERE, leaf="the"), "*the* takes 3 turns, *the* 3"),
        (replace(THERE, depths={"the": 3, "zebra": 8}), "3 times as many"),
        (replace(THERE, leaf="unheard"), "take the small world's"),
        (replace(THERE, depths={}), "take the small world's"),
    ],
)
def test_a_short_walk_is_told_beside_that_to_the(there, said):
    assert not long_walk(there).is_done and said in long_walk(there).said


def test_a_long_walk_is_done():
    assert long_walk(THERE).is_done and "*the* takes 3 turns, *zebra* 9, of 2 words" in long_walk(THERE).said
