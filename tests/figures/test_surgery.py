from __future__ import annotations

from seqviz.figures.surgery import answers_beside
from tests.figures.labelled import assert_labelled


def test_answers_stand_beside_each_other_only_after_surgery():
    assert list(answers_beside(0.9, None, "positive").data[0].x) == [0.9]
    both = answers_beside(0.9, 0.2, "positive")
    assert_labelled(both)
    assert list(both.data[0].x) == [0.9, 0.2]
