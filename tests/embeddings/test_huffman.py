import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.embeddings.huffman import HuffmanTree, walk, word_probabilities

COUNTS = st.lists(st.integers(0, 1000), min_size=1, max_size=40)


def test_the_tree_of_a_textbook():
    tree = HuffmanTree.from_counts(np.array([45, 13, 12, 16, 9, 5]))  # Cormen et al., figure 16.3
    assert tree.depths().tolist() == [1, 3, 3, 3, 4, 4]
    assert tree.mean_depth() == pytest.approx(2.24)


@given(counts=COUNTS)
def test_all_words_probabilities_sum_to_one_and_a_walk_multiplies_to_its_words(counts):
    tree = HuffmanTree.from_counts(np.array(counts))
    rng = np.random.default_rng(0)
    nodes, focus = rng.normal(size=(len(counts) - 1, 3)), rng.normal(size=3)
    probabilities = word_probabilities(tree, nodes, focus)
    assert probabilities.sum() == pytest.approx(1.0)
    for word in range(len(counts)):
        product = np.prod([turn.chosen for turn in walk(tree, nodes, focus, word)])
        assert product == pytest.approx(probabilities[word])


@given(counts=COUNTS)
def test_no_code_begins_another(counts):
    tree = HuffmanTree.from_counts(np.array(counts))
    codes = [tuple(tree.code(word)) for word in range(len(counts))]
    assert len(set(codes)) == len(codes)
    assert not any(a != b and b[: len(a)] == a for a in codes for b in codes)


@given(counts=COUNTS)
def test_following_a_code_down_the_tree_leads_to_the_word(counts):
    tree = HuffmanTree.from_counts(np.array(counts))
    for word in range(len(counts)):
        steps = [*tree.path(word), word]
        assert steps[0] == tree.root
        for parent, child, turn in zip(steps, steps[1:], tree.code(word), strict=False):
            assert tree.parents[child] == parent
            assert tree.branches[child] == turn


def test_rarer_words_lie_deeper_and_the_mean_depth_is_near_the_entropy():
    counts = np.array([1000, 500, 250, 100, 50, 20, 5, 1])
    tree = HuffmanTree.from_counts(counts)
    shares = counts / counts.sum()
    entropy = -(shares * np.log2(shares)).sum()
    assert (np.diff(tree.depths()) >= 0).all()
    assert entropy <= tree.mean_depth() < entropy + 1


def test_a_vocabulary_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one word"):
        HuffmanTree.from_counts(np.array([]))
