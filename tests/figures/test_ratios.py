import numpy as np

from seqviz.figures.ratios import FARTHEST, ratio_chart


def test_ratios_stand_on_a_logarithmic_axis_with_their_intervals():
    figure = ratio_chart(
        ["funny", "<b>"],
        np.array([[21, 3], [1, 66]]),
        np.array([[7.0, 3, 20], [0.02, 0.01, 0.1]]),
        ("comedy", "horror"),
    )
    points = figure.data[0]
    assert list(points.x) == [7.0, 0.02] and list(points.y) == ["funny", "&lt;b&gt;"]
    np.testing.assert_allclose(points.error_x.array, [13, 0.08])
    np.testing.assert_allclose(points.error_x.arrayminus, [4, 0.01])
    assert figure.layout.xaxis.type == "log"


def test_what_is_infinite_or_not_defined_reaches_the_edges():
    ratios = np.array([[np.inf, 2.0, np.inf], [np.nan, 0.0, np.inf]])
    points = ratio_chart(["a", "b"], np.zeros((2, 2)), ratios, ("x", "y")).data[0]
    assert list(points.x) == [FARTHEST, 1.0]
    np.testing.assert_allclose(points.error_x.array, [0, FARTHEST - 1])
    np.testing.assert_allclose(points.error_x.arrayminus, [FARTHEST - 2, 1 - 1 / FARTHEST])
