import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from seqviz.embeddings.blocks import FlatCorpus
from seqviz.embeddings.cooccurrence import cells_that_count, cooccurrence, cooccurrence_of_sentences
from tests.embeddings.worked_example import MATRIX, SENTENCES, VOCABULARY


def test_the_cooccurrence_matrix_of_the_worked_example():
    np.testing.assert_array_equal(cooccurrence_of_sentences(SENTENCES, VOCABULARY, 1), MATRIX)


@given(
    texts=st.lists(st.lists(st.integers(0, 3), max_size=7), min_size=1, max_size=4).filter(any),
    window=st.integers(1, 9),
    weighting=st.booleans(),
)
def test_cooccurrence_equals_counting_pair_by_pair(texts, window, weighting):
    ids = np.array([i for text in texts for i in text])
    text_ids = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    expected = np.zeros((4, 4))
    for i, j in np.ndindex(len(ids), len(ids)):
        distance = abs(i - j)
        if 0 < distance <= window and text_ids[i] == text_ids[j]:
            expected[ids[i], ids[j]] += 1 / distance if weighting else 1
    found = cooccurrence(FlatCorpus(ids, text_ids, np.bincount(ids, minlength=4)), window, weighting)
    np.testing.assert_allclose(found.toarray(), expected)


def test_without_a_pseudocount_the_empty_cells_are_left_out_and_with_one_all_count():
    counts = csr_array(np.array(MATRIX, dtype=float))
    assert cells_that_count(counts, 0.0).nnz == np.count_nonzero(MATRIX)
    every = cells_that_count(counts, 0.3)
    assert every.nnz == 64
    np.testing.assert_allclose(every.toarray(), np.array(MATRIX) + 0.3)


def test_too_many_words_for_all_cells_are_said_in_a_sentence():
    counts = csr_array(([1.0], ([0], [1])), shape=(2_001, 2_001))
    with pytest.raises(ValueError, match="at most 2,000 words, but there are 2,001"):
        cells_that_count(counts, 0.1)
    assert cells_that_count(counts, 0.0).nnz == 1
