import numpy as np

from seqviz.figures.language import bits_curve, next_symbol, unit_against_feature, visible


def test_blanks_can_be_seen():
    assert visible(" a\n") == "␣a↵"


def test_the_curve_holds_the_bits_and_the_n_grams_are_a_line():
    figure = bits_curve(np.array([0.0, 1.0]), np.array([6.0, 2.0]), ngram_order=4, ngram_bits=1.5)
    assert list(figure.data[0].y) == [6.0, 2.0]
    assert figure.layout.shapes[0].y0 == 1.5
    assert figure.layout.annotations[0].text == "counting 4-grams: 1.50"
    assert not bits_curve(np.array([0.0]), np.array([6.0]), ngram_order=4, ngram_bits=None).layout.shapes


def test_the_bars_are_the_probabilities_and_the_drawn_symbol_is_marked():
    figure = next_symbol(["a", " "], np.array([0.7, 0.3]), np.array([0.9, 0.1]), taken=" ")
    drawn, own = figure.data
    assert list(own.x) == [0.7, 0.3]
    assert list(drawn.x) == [0.9, 0.1]
    assert list(own.y) == ["a", "␣ ◀"]
    assert tuple(figure.layout.xaxis.range) == (0, 1)


def test_the_feature_is_scaled_to_the_units_height():
    figure = unit_against_feature(np.array([0.5, -0.5]), np.array([0.0, 40.0]), name="place", unit=7)
    assert list(figure.data[0].y) == [0.5, -0.5]
    assert list(figure.data[1].y) == [0.0, 1.0]
    assert "Unit 7" in figure.layout.title.text
