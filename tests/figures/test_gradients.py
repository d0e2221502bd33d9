from __future__ import annotations

import numpy as np

from seqviz.figures.cliff import CliffPicture, cliff
from seqviz.figures.gradients import (
    DepthCurve,
    accuracy_against_lag,
    clipping_curves,
    compounding,
    gradient_chart,
)
from tests.figures.labelled import assert_labelled


def test_a_gradient_curve_ends_at_nought_tokens_before_the_end_on_a_log_scale():
    figure = gradient_chart([DepthCurve("a", np.array([1e-9, 1e-4, 1.0]), 1)], title="t", y_title="norm")
    assert_labelled(figure)
    assert list(figure.data[0].x) == [2, 1, 0]
    assert figure.layout.yaxis.type == "log"
    assert figure.layout.yaxis.range[0] <= -9


def test_what_a_log_scale_cannot_show_is_left_out():
    curve = DepthCurve("a", np.array([0.0, np.inf, 1e-300, 1.0]), 0)
    figure = gradient_chart([curve], title="t", y_title="norm")
    assert np.isnan(figure.data[0].y[:2]).all()
    assert np.isfinite(figure.layout.yaxis.range).all()


def test_a_rate_compounds():
    figure = compounding({"0.97": 0.97, "0": 0.0, "3": 3.0}, 500)
    assert_labelled(figure)
    np.testing.assert_allclose(figure.data[0].y[100], 0.97**100)


def test_accuracy_is_drawn_against_the_lags_there_are():
    figure = accuracy_against_lag({"rnn": {5: [0.5], 2: [1.0]}, "gru": {}}, 0.25)
    assert_labelled(figure)
    assert list(figure.data[0].x) == [2, 5]
    assert list(figure.data[0].y) == [1.0, 0.5]


def test_several_seeds_are_drawn_as_their_mean_in_a_band_from_the_worst_to_the_best():
    band, line = accuracy_against_lag({"LSTM": {2: [1.0, 0.8], 5: [0.25, 0.75]}}, 0.25).data
    assert (list(band.x), list(band.y)) == ([2, 5, 5, 2], [1.0, 0.75, 0.25, 0.8])
    np.testing.assert_allclose(line.y, [0.9, 0.5])


def test_clipping_curves_share_their_axes():
    figure = clipping_curves({"a": (np.array([1, 2]), np.array([1.0, 1e9]))}, title="t", y_title="loss")
    assert_labelled(figure)


def test_the_cliff_shows_both_steps_within_the_picture():
    picture = CliffPicture(np.arange(3.0), np.arange(2.0), np.zeros((2, 3)), (1, 1), (900, 900), (1, 0))
    figure = cliff(picture)
    assert_labelled(figure)
    assert tuple(figure.layout.xaxis.range) == (0, 2)
