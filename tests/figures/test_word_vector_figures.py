import numpy as np

from seqviz.figures.bias import explained_chart, lean_chart
from seqviz.figures.glove import HEAVIEST, cooccurrence_heatmap, fit_chart, weight_curve
from seqviz.figures.huffman import TreeNode, tree_chart
from seqviz.figures.network import word2vec_network
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


def test_the_tree_draws_every_branch_once_and_the_path_apart():
    nodes = [
        TreeNode(0.5, 0, 0, "node 1", True, False),
        TreeNode(0.0, 1, 0, "a", True, True),
        TreeNode(1.0, 1, 0, "b", False, True),
    ]
    figure = tree_chart(nodes, title="A tree")
    others, path, inner, words = figure.data
    assert list(path.x) == [0.5, 0.0, None]
    assert list(others.x) == [0.5, 1.0, None]
    assert list(words.text) == ["a", "b"]
    assert len(inner.x) == 1


def test_the_net_shows_one_hot_row_and_probabilities():
    figure = word2vec_network(["a", "b"], 0, np.array([1.0, -2.0]), np.array([0.7, 0.3]))
    one_hot, hidden, probabilities = figure.data
    np.testing.assert_array_equal(one_hot.z, [[1], [0]])
    assert (hidden.zmin, hidden.zmax) == (-2, 2)
    np.testing.assert_array_equal(probabilities.x, [0.7, 0.3])


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
