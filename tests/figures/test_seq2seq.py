import numpy as np

from seqviz.figures.seq2seq import attention_matrix, bottleneck_grid, encoder_and_decoder, exact_match_curve

SOURCE, WRITTEN = ["a", "b"], ["x", "y", "[END]"]


def test_states_are_drawn_unit_by_token_and_what_comes_later_is_empty():
    encoder, decoder = np.array([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]), np.full((3, 3), 0.5)
    figure = encoder_and_decoder(SOURCE, WRITTEN, encoder, decoder, step=1)
    left, right = figure.data
    assert np.array_equal(left.z, encoder.T)
    assert np.isnan(np.array(right.z)[:, 2]).all()
    assert (np.array(right.z)[:, :2] == 0.5).all()
    assert (left.zmin, left.zmax) == (-1, 1)
    assert list(figure.layout.xaxis.ticktext) == SOURCE
    assert list(figure.layout.xaxis2.ticktext) == WRITTEN


def test_attention_is_the_matrix_and_the_step_is_marked():
    attention = np.array([[1.0, 0.0], [0.5, 0.5], [0.2, 0.8]])
    figure = attention_matrix(SOURCE, WRITTEN, attention, step=2)
    assert np.array_equal(figure.data[0].z, attention)
    assert (figure.data[0].zmin, figure.data[0].zmax) == (0, 1)
    assert (figure.layout.shapes[0].y0, figure.layout.shapes[0].y1) == (1.5, 2.5)


def test_the_grid_has_a_half_without_and_a_half_with_attention():
    without, attending = np.array([[0.5, np.nan]]), np.array([[1.0, 0.75]])
    figure = bottleneck_grid([1, 2], [16], without, attending)
    assert np.array_equal(figure.data[0].z, without, equal_nan=True)
    assert np.array_equal(figure.data[1].z, attending)
    assert figure.data[0].text[0][1] == ""
    assert figure.layout.yaxis.type == figure.layout.yaxis2.type == "category"


def test_the_curve_is_a_share():
    figure = exact_match_curve(np.array([0.0, 1.0]), np.array([0.0, 0.9]))
    assert tuple(figure.layout.yaxis.range) == (0, 1.02)
