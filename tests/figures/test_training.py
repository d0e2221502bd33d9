from __future__ import annotations

import numpy as np
import pytest

from seqviz.figures.palette import SERIES
from seqviz.figures.training import Curve, confusion_matrix, learning_curves
from tests.figures.labelled import assert_labelled


def curve(name, height=0.5):
    return Curve(name, (np.array([0.0, 1.0]), np.array([height, 0.25])), (np.array([1.0]), np.array([0.3])))


@pytest.mark.parametrize(
    ("against", "x_title"),
    [
        ("epochs", "epochs"),
        ("processor seconds", "training time (processor seconds)"),
        ("seconds", "training time (seconds by the clock)"),
    ],
)
def test_learning_curves_have_titles_units_and_the_points_given(against, x_title):
    figure = learning_curves([curve("a")], measure="loss", against=against)
    assert_labelled(figure)
    assert figure.layout.xaxis.title.text == x_title
    assert "nats" in figure.layout.yaxis.title.text
    training, validation = figure.data
    assert (training.name, validation.name) == ("training", "validation")
    assert list(training.x) == [0, 1] and list(training.y) == [0.5, 0.25]
    assert list(validation.x) == [1] and list(validation.y) == [0.3]


def test_each_run_keeps_its_colour_and_its_validation_is_thicker():
    figure = learning_curves([curve("a"), curve("b", 0.4)], measure="accuracy", against="epochs")
    assert [line.name for line in figure.data] == ["a: training", "a", "b: training", "b"]
    assert [line.showlegend for line in figure.data] == [False, True] * 2  # one place for a run's two lines
    assert [line.line.color for line in figure.data] == [SERIES[0]] * 2 + [SERIES[1]] * 2
    for training, validation in (figure.data[:2], figure.data[2:]):
        assert training.line.width < validation.line.width
        assert "markers" in validation.mode and "markers" not in training.mode
    low, high = figure.layout.yaxis.range
    assert low == 0 and 1 < high < 1.1  # a share of 1 is not cut off


def test_the_baseline_is_drawn_at_its_height_and_named_with_it():
    figure = learning_curves([curve("a")], measure="accuracy", against="epochs", baseline=0.8764)
    [line] = figure.layout.shapes
    assert line.y0 == line.y1 == 0.8764
    assert "0.876" in figure.layout.annotations[0].text


def test_the_confusion_matrix_has_a_row_for_each_true_class():
    figure = confusion_matrix([[1200, 34], [5, 90]])
    assert_labelled(figure)
    [cells] = figure.data
    assert np.array_equal(cells.z, [[1200, 34], [5, 90]])
    assert (figure.layout.xaxis.title.text, figure.layout.yaxis.title.text) == ("predicted", "true")
    assert cells.text[0][0] == "1,200"
    assert cells.zmin == 0 and figure.layout.yaxis.autorange == "reversed"
