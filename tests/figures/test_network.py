import numpy as np

from seqviz.figures.network import cbow_network, word2vec_network


def test_the_net_shows_one_hot_row_and_probabilities():
    figure = word2vec_network(["a", "b"], 0, np.array([1.0, -2.0]), np.array([0.7, 0.3]))
    one_hot, hidden, probabilities = figure.data
    np.testing.assert_array_equal(one_hot.z, [[1], [0]])
    assert (hidden.zmin, hidden.zmax) == (-2, 2)
    np.testing.assert_array_equal(probabilities.x, [0.7, 0.3])


def test_the_net_of_cbow_shows_a_column_for_each_context_word_and_the_mean_of_their_rows():
    rows = np.array([[1.0, -2.0], [3.0, 0.0], [1.0, -2.0]])
    figure = cbow_network(["a", "b", "c"], [0, 1, 0], rows, np.array([0.2, 0.1, 0.7]))
    one_hot, vectors, mean, probabilities = figure.data
    np.testing.assert_array_equal(one_hot.z, [[1, 0, 1], [0, 1, 0], [0, 0, 0]])
    assert list(one_hot.x) == ["1: a", "2: b", "3: a"]
    np.testing.assert_array_equal(vectors.z, rows.T)
    np.testing.assert_allclose(mean.z, [[5 / 3], [-4 / 3]])
    assert (mean.zmin, mean.zmax) == (vectors.zmin, vectors.zmax) == (-3, 3)
    np.testing.assert_array_equal(probabilities.x, [0.2, 0.1, 0.7])
