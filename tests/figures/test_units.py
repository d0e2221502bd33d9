import numpy as np

from seqviz.figures.units import ranking_bars


def test_the_bars_are_the_correlations_on_a_fixed_scale_with_the_band_of_chance():
    figure = ranking_bars(np.array([5, 2]), np.array([-0.8, 0.3]), 0.4)
    assert list(figure.data[0].x) == ["unit 5", "unit 2"]
    assert list(figure.data[0].y) == [-0.8, 0.3]
    assert figure.layout.yaxis.range == (-1, 1)
    assert (figure.layout.shapes[0].y0, figure.layout.shapes[0].y1) == (-0.4, 0.4)
    assert figure.layout.yaxis.title.text == "correlation r"
