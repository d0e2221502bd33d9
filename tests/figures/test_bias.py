import numpy as np

from seqviz.figures.bias import explained_chart, lean_chart


def test_leaning_words_are_ordered_and_before_and_after_share_a_scale():
    figure = lean_chart(["x", "y"], np.array([0.3, -0.1]), np.zeros(2), np.array([1.0, -1.0]), ("she", "he"))
    assert list(figure.data[0].y) == ["y", "x"]
    assert len(figure.data) == 3
    low, high = figure.layout.xaxis.range
    assert low == -high


def test_explained_shares_stand_between_nought_and_one():
    figure = explained_chart(np.array([0.7, 0.3]))
    assert tuple(figure.layout.yaxis.range) == (0, 1)
    assert list(figure.data[0].y) == [0.7, 0.3]
