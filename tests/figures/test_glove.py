import numpy as np

from seqviz.figures.glove import HEAVIEST, cooccurrence_heatmap, fit_chart, weight_curve


def test_the_cooccurrence_matrix_frames_the_chosen_cell():
    figure = cooccurrence_heatmap(np.array([[0, 2], [2, 0]]), ["a", "<b>"], (0, 1))
    assert figure.data[0].zmax == 2
    assert (figure.layout.shapes[0].x0, figure.layout.shapes[0].y0) == (0.5, -0.5)
    assert figure.data[0].y[1] == "&lt;b&gt;"


def test_every_cell_of_a_matrix_has_a_point_to_click():
    counts = np.array([[0, 2], [3, 0]])
    figure = cooccurrence_heatmap(counts, ["2020", "7"], (0, 1))
    points = figure.data[1]
    assert list(zip(points.y, points.x, strict=True))[2] == ("7", "2020")
    assert points.customdata[2] == counts[divmod(2, 2)] == 3
    assert (figure.layout.xaxis.type, figure.layout.yaxis.type) == ("category", "category")


def test_glove_curves_mark_the_cell():
    assert len(weight_curve(np.arange(3), np.arange(3) / 3, None).data) == 1
    assert list(weight_curve(np.arange(3), np.arange(3) / 3, (2.0, 0.5)).data[1].y) == [0.5]
    fit = fit_chart(
        np.array([0.0, 1.0]), np.array([0.5, 0.9]), np.array([0.1, 1.0]), ["a with b", "b with a"]
    )
    points = fit.data[1].marker
    assert points.sizemode == "area" and list(points.size) == [0.1, 1.0]
    assert np.sqrt(2 * points.size[1] / points.sizeref) == HEAVIEST
    assert points.opacity < 0.5
