import numpy as np

from seqviz.figures.word2vec import cost_chart, decisions, keep_chart, loss_curve, noise_chart, window_matrix


def test_the_window_marks_focus_and_context():
    figure = window_matrix(["a", "b", "c"], [[1], [0, 2], [1]], 1)
    np.testing.assert_array_equal(figure.data[0].z, [[1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, 1]])
    assert figure.layout.shapes[0].y0 == 0.5


def test_a_word_said_twice_keeps_two_rows():
    figure = window_matrix(["a", "a"], [[1], [0]], 0)
    assert len(set(figure.data[0].y)) == 2


def test_decisions_show_after_only_when_it_is_there():
    assert len(decisions(["x", "y"], [0.2, 0.4], None).data) == 1
    both = decisions(["x", "y"], [0.2, 0.4], [0.3, 0.1])
    assert list(both.data[1].x) == [0.3, 0.1]
    assert tuple(both.layout.xaxis.range) == (0, 1)


def test_the_loss_curve_has_a_second_axis_where_there_are_questions():
    x, y = np.array([0.0, 1.0]), np.array([3.0, 2.0])
    assert len(loss_curve(x, y, None).data) == 1
    assert loss_curve(x, y, y / 3).data[1].yaxis == "y2"
    assert loss_curve(x, y, None, loss="J per cell").layout.yaxis.title.text == "J per cell"


def test_charts_hold_the_numbers_they_were_given():
    values = np.array([0.5, 0.25])
    keep = keep_chart(["a", "b"], values, values / 2, values)
    np.testing.assert_array_equal(keep.data[1].y, values / 2)
    noise = noise_chart(["a", "b"], {"power 1": values})
    np.testing.assert_array_equal(noise.data[0].y, values)
    cost = cost_chart([10, 100], {"full": [1e-6, 2e-6]})
    assert list(cost.data[0].y) == [1.0, 2.0]
    assert cost.layout.xaxis.type == "log"
