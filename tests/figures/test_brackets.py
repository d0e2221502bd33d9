from __future__ import annotations

import numpy as np

from seqviz.figures.brackets import accuracy_by_net, marked_string


def test_a_bar_is_a_mean_and_each_seed_a_point():
    figure = accuracy_by_net({"words": {"one": [0.4, 0.6], "two": [0.9]}}, title="t", guessing=0.5)
    bars, points = figure.data[0], figure.data[1]
    assert list(bars.y) == [0.5]
    assert list(points.y) == [0.4, 0.6]
    assert figure.layout.title.text == "t" and figure.layout.yaxis.title.text


def test_what_is_not_asked_is_left_empty():
    figure = marked_string(["(", "w"], {"what is so": np.array([1.0, np.nan])}, title="t")
    assert list(figure.data[0].text[0]) == ["1.0", ""]
    assert (figure.data[0].zmin, figure.data[0].zmax) == (0, 1)
    counted = marked_string(["("], {"what is so": np.array([2.0])}, title="t", most=4).data[0]
    assert (list(counted.text[0]), counted.zmax) == (["2"], 4)
