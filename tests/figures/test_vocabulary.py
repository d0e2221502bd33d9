import numpy as np

from seqviz.figures.vocabulary import CELLS, padded_batch, unknown_words, zipf


def titled(figure):
    return all((figure.layout.title.text, figure.layout.xaxis.title.text, figure.layout.yaxis.title.text))


def test_zipf_draws_the_counts_and_the_line():
    figure = zipf(["a", "b", "c"], np.array([9, 3, 1]), -2.0, 9.0)
    points, line = figure.data
    assert list(points.text) == ["a", "b", "c"]
    assert list(points.y) == [9, 3, 1]
    assert list(line.y) == [9, 1]
    assert titled(figure)


def test_unknown_words_marks_the_chosen_size():
    figure = unknown_words(np.array([1, 2]), np.array([0.5, 0.25]), 2, 0.25)
    assert list(figure.data[0].y) == [50, 25]
    assert (figure.data[1].x, figure.data[1].y) == ((2,), (25,))
    assert figure.data[1].name == "your vocabulary: 2 tokens, 25.0% unknown"
    assert titled(figure)


def test_a_batch_is_drawn_with_its_tokens_and_the_cut_ones_outside():
    known, cut, padding = "has an id", "cut off", "padding"
    figure = padded_batch([{0: ("a", cut), 1: ("b", known)}, {1: ("<pad>", padding)}], 1)
    (grid,) = figure.data
    assert list(grid.x) == [0, 1]
    assert [list(row) for row in grid.text] == [["a", "b"], ["", "&lt;pad&gt;"]]
    codes = {kind: list(CELLS).index(kind) for kind in CELLS}
    assert grid.z[0][0] == codes[cut]
    assert grid.z[0][1] == codes[known]
    assert np.isnan(grid.z[1][0])
    assert grid.z[1][1] == codes[padding]
    assert titled(figure)


def test_a_cells_token_is_written_upwards_whole_or_with_a_sign_that_it_is_cut():
    figure = padded_batch([{1: ("b", "has an id"), 2: ("incomprehensible", "unknown")}], 2)
    first, second = figure.layout.annotations
    assert (first.x, first.y, first.text) == (1, 0, "b")
    assert (second.x, second.text) == (2, "incompreh…")
    assert first.textangle == second.textangle == -90
    assert figure.data[0].text[0][1] == "incomprehensible"  # in whole, where one points at it
