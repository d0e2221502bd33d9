from __future__ import annotations

import numpy as np

from seqviz.figures.directions import candidate_bars, distance_curve, knowledge, label_bars, paired_accuracy
from tests.figures.labelled import assert_labelled


def test_what_a_position_does_not_know_is_left_empty():
    figure = knowledge(np.array([[0.1, 0.0], [1.0, 10.0]]), ["a", "b"], title="t")
    assert_labelled(figure)
    np.testing.assert_array_equal(figure.data[0].z, [[-1, np.nan], [0, 1]])
    assert (figure.data[0].zmin, figure.data[0].zmax) == (-4, 1)


def test_bars_carry_the_numbers_given():
    assert_labelled(label_bars({"toy": {"x": 0.5}, "person": {"x": 0.25}}, title="t"))
    bars = candidate_bars(["pool", "garden"], [0.9, 0.1], title="t", colour=1)
    assert_labelled(bars)
    assert list(bars.data[0].y) == ["pool", "garden"]
    pairs = paired_accuracy({"open": {"a": 1.0}, "ended": {"a": 0.5}}, title="t")
    assert_labelled(pairs)
    assert [list(one.y) for one in pairs.data] == [[1.0], [0.5]]
    assert_labelled(distance_curve([0, 4], {"France": [1.0, 0.5]}, 2))
