from __future__ import annotations

import numpy as np

from seqviz.figures.prices import predicted_prices
from tests.figures.labelled import assert_labelled


def test_prices_and_predictions_stand_on_the_same_days():
    figure = predicted_prices(np.array([1.0, 2.0]), np.array([1.5, 1.0]))
    assert_labelled(figure)
    assert [list(line.x) for line in figure.data] == [[1, 2], [1, 2]]
    assert [list(line.y) for line in figure.data] == [[1, 2], [1.5, 1]]
