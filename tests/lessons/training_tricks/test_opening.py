from dataclasses import replace

import numpy as np
import pytest

from seqviz.embeddings.huffman import HuffmanTree
from seqviz.lessons.training_tricks.counts import Kept
from seqviz.lessons.training_tricks.opening import FREQUENT_NEAR_THE_ROOT, LIFTS_THE_RARE, THINS_THE_FREQUENT


@pytest.mark.parametrize(
    ("published", "by_code", "holds"),
    [
        ((0.2, 0.9, 1.0), (0.3, 1.0, 1.0), True),
        ((0.2, 0.9, 1.0), (0.6, 1.0, 1.0), False),
        ((0.2, 0.1, 1.0), (0.3, 1.0, 1.0), False),
        ((0.2, 0.9, 1.0), (0.1, 1.0, 1.0), False),
        ((0.2, 0.9, 1.0), (0.3, 0.95, 1.0), False),
    ],
)
def test_frequent_words_must_be_thinned_and_by_the_code_less(published, by_code, holds):
    chances = Kept(list("abc"), np.array([0.6, 0.3, 0.1]), np.array(published), np.array(by_code))
    assert THINS_THE_FREQUENT.holds(chances) is holds


@pytest.mark.parametrize(
    ("lifted", "holds"),
    [((0.8, 1.4, 4.0), True), ((0.8, 0.7, 4.0), False), ((1.0, 1.4, 4.0), False), ((0.2, 0.5, 0.9), False)],
)
def test_the_rare_must_be_lifted_and_the_frequent_lowered(lifted, holds):
    assert LIFTS_THE_RARE.holds(np.array(lifted)) is holds


def test_a_tree_whose_frequent_words_hang_low_breaks_it():
    tree = HuffmanTree.from_counts(np.array([8, 4, 2, 1, 1]))
    assert FREQUENT_NEAR_THE_ROOT.holds(tree)
    weights = tree.weights.copy()
    weights[:5] = weights[:5][::-1]
    assert not FREQUENT_NEAR_THE_ROOT.holds(replace(tree, weights=weights))


def test_a_tree_of_equally_frequent_words_or_of_few_shows_nothing():
    assert not FREQUENT_NEAR_THE_ROOT.holds(HuffmanTree.from_counts(np.ones(8, int)))
    assert not FREQUENT_NEAR_THE_ROOT.holds(HuffmanTree.from_counts(np.array([2, 1])))
