from __future__ import annotations

import numpy as np

from seqviz.figures.sequences import answers_of_nets, number_guesses
from tests.figures.labelled import assert_labelled


def test_what_lies_beyond_the_learned_numbers_is_shaded():
    true = np.array([1.0, 1, 2, 3])
    figure = number_guesses(true, {"tanh": np.array([np.nan, np.nan, 2, -1])}, 3, title="t")
    assert_labelled(figure)
    assert figure.layout.shapes[0].x0 == 3.5
    assert np.isnan(figure.data[1].y[3])
    assert not number_guesses(true, {}, 4, title="t").layout.shapes


def test_each_nets_answers_are_a_group_of_bars():
    figure = answers_of_nets(["first", "second"], {"bag": [0.5, 0.5], "net": [0.9, 0.1]})
    assert_labelled(figure)
    assert list(figure.data[1].x) == [0.9, 0.1]
