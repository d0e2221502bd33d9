from __future__ import annotations

import numpy as np

from seqviz.figures.conventions import states_by_convention
from tests.figures.labelled import assert_labelled


def test_each_convention_is_a_line_over_the_tokens():
    figure = states_by_convention(["a", "b"], {"one": np.array([0.1, 0.2]), "two": np.zeros(2)}, 1, 3)
    assert_labelled(figure)
    assert [list(line.y) for line in figure.data] == [[0.1, 0.2], [0.0, 0.0]]
