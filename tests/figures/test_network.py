import numpy as np

from seqviz.figures.network import word2vec_network


def test_the_net_shows_one_hot_row_and_probabilities():
    figure = word2vec_network(["a", "b"], 0, np.array([1.0, -2.0]), np.array([0.7, 0.3]))
    one_hot, hidden, probabilities = figure.data
    np.testing.assert_array_equal(one_hot.z, [[1], [0]])
    assert (hidden.zmin, hidden.zmax) == (-2, 2)
    np.testing.assert_array_equal(probabilities.x, [0.7, 0.3])
