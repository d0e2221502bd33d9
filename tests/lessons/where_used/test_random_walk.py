from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import root_mean_squared_error

from seqviz.lessons.where_used.prices import WALK, verdict
from seqviz.lessons.where_used.random_walk import (
    ASKED,
    DAYS,
    LINEAR,
    LSTM,
    SEEN,
    Forecast,
    forecast,
    random_walk,
)


def test_the_linear_forecast_is_that_of_least_squares():
    prices = random_walk(1)
    rows = np.array([[1.0, *prices[day - SEEN : day]] for day in range(SEEN, DAYS)])
    wanted = prices[SEEN:]
    weights, *_ = np.linalg.lstsq(rows[:-ASKED], wanted[:-ASKED])
    found = forecast(1, LINEAR)
    assert found.said == pytest.approx(rows[-ASKED:] @ weights)
    assert found.prices.tolist() == prices[-ASKED:].tolist()
    assert found.before.tolist() == prices[-ASKED - 1 : -1].tolist()


def test_errors_and_directions_are_those_of_the_predictions():
    found = Forecast(np.array([2.0, 1.0, 4.0]), np.array([1.0, 2.0, 1.0]), np.array([1.5, 2.5, 3.0]))
    assert found.error == pytest.approx(root_mean_squared_error(found.prices, found.said))
    assert found.error_of_copying == pytest.approx(root_mean_squared_error(found.prices, found.before))
    assert found.num_directions_right == 2


@pytest.mark.parametrize("forecaster", [LINEAR, LSTM])
def test_on_the_walk_shown_first_the_forecast_follows_the_day_before_and_copying_is_not_beaten(forecaster):
    found = forecast(WALK.default, forecaster)
    with_before, with_same_day = (
        np.corrcoef(found.said, other)[0, 1] for other in (found.before, found.prices)
    )
    assert with_before > 0.99 and with_before > with_same_day
    assert "does not beat copying" in verdict(found)
    assert "what a coin would do" in verdict(found)


def test_a_verdict_follows_its_numbers():
    prices = np.arange(ASKED, dtype=float)
    better = Forecast(prices, prices - 1, prices - 0.1)
    assert "a little lower, by chance" in verdict(better)
    assert f"it predicts {ASKED}," in verdict(better)
    assert "does not contain one half" in verdict(better)
