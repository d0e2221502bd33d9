from __future__ import annotations

import numpy as np
import pytest

from seqviz.ui.sentences.contributions import turned_round


def test_words_whose_sign_the_text_turns_are_named_the_plainest_first():
    said = turned_round(
        ("not", "good", ".", "film"), np.array([-9.0, -3.0, 8.0, 2.0]), np.array([1.5, 4.0, -8.0, 3.0])
    )
    assert said.index("*good* by itself speaks for positive (+4.00), here for negative (−3.00)") < said.index(
        "*not* by itself speaks for positive (+1.50)"
    )
    assert "film" not in said and "*.*" not in said


@pytest.mark.parametrize(("here", "alone"), [(0.9, -5.0), (5.0, -0.9), (5.0, 5.0)])
def test_a_word_that_is_hardly_turned_or_not_at_all_is_not_named(here, alone):
    assert turned_round(("word",), np.array([here]), np.array([alone])) == ""


def test_a_word_that_comes_twice_is_named_once():
    assert turned_round(("dull", "dull"), np.array([2.0, 3.0]), np.array([-2.0, -2.0])).count("dull") == 1


def test_stop_words_are_not_named_but_negations_are():
    assert turned_round(("i", "this"), np.array([-3.0, -3.0]), np.array([3.0, 3.0])) == ""
    assert "*not*" in turned_round(("i", "not"), np.array([-3.0, -3.0]), np.array([3.0, 3.0]))
