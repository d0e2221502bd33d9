from __future__ import annotations

import pytest

from seqviz.lessons.training_tricks.own_frequency import dropped, dropped_in_words


@pytest.mark.parametrize(
    ("per_million", "published", "by_code"),
    [
        (100_000, 0.9, 0.89),  # f = 100 t: 1 - 1/10, and 1/100 less
        (4_000, 0.5, 0.25),  # f = 4 t
        (1_000, 0.0, 0.0),  # f = t: none is dropped
        (1, 0.0, 0.0),
    ],
)
def test_the_chance_to_be_dropped_follows_from_how_often_a_word_comes(per_million, published, by_code):
    assert dropped(per_million, 0.001) == pytest.approx((published, by_code))


def test_both_formulas_are_written_out():
    said = dropped_in_words(4_000, 0.001)
    assert "P(discard) = max(0, 1 − √(0.001/0.004)) = **0.5000**" in said
    assert "max(0, 1 − √(0.001/0.004) − 0.001/0.004) = **0.2500**" in said
