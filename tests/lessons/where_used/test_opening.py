import numpy as np
import pytest

from seqviz.lessons.where_used.opening import LOOKS_RIGHT_AND_KNOWS_NOTHING
from seqviz.lessons.where_used.random_walk import Forecast

WALK = np.random.default_rng(0).normal(size=100).cumsum()
BEFORE, PRICES = WALK[:-1], WALK[1:]


@pytest.mark.parametrize(
    ("said", "holds"),
    [(BEFORE, True), (PRICES, False), ((BEFORE + PRICES) / 2, False), (BEFORE[::-1], False)],
)
def test_a_forecast_must_follow_the_day_before_and_not_beat_it(said, holds):
    assert LOOKS_RIGHT_AND_KNOWS_NOTHING.holds(Forecast(PRICES, BEFORE, said)) is holds
