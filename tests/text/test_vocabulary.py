import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.text.vocabulary import PADDING, UNKNOWN, Vocabulary

TEXTS = [["the", "cat", "the"], ["a", "cat"], ["the"]]
tokenised = st.lists(st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "<pad>", "<unk>"])))


def test_most_frequent_first_and_ties_in_alphabetical_order():
    assert Vocabulary.from_texts([["b", "a", "c", "c"]]).tokens == ("<pad>", "<unk>", "c", "a", "b")


def test_max_size_counts_the_special_tokens():
    vocabulary = Vocabulary.from_texts(TEXTS, 3)
    assert vocabulary.tokens == ("<pad>", "<unk>", "the")
    assert len(vocabulary) == 3


def test_ids_are_int64_and_unknown_tokens_get_id_one():
    ids = Vocabulary.from_texts(TEXTS).ids(["cat", "dog", "the"])
    assert ids.dtype == np.int64
    assert ids.tolist() == [3, UNKNOWN, 2]


def test_padding_is_zero():
    assert Vocabulary.from_texts([]).tokens_of([PADDING, UNKNOWN]) == ["<pad>", "<unk>"]


@pytest.mark.parametrize("tokens", [(), ("a", "b"), ("<pad>", "<unk>", "a", "a")])
def test_a_vocabulary_without_specials_or_with_doubles_is_refused(tokens):
    with pytest.raises(ValueError, match="vocabulary begins|different ones"):
        Vocabulary(tokens)


def test_a_vocabulary_too_small_for_its_specials_is_refused():
    with pytest.raises(ValueError, match="at least"):
        Vocabulary.from_texts(TEXTS, 1)


@given(tokenised)
def test_known_tokens_come_back(texts):
    vocabulary = Vocabulary.from_texts(texts)
    for tokens in texts:
        assert vocabulary.tokens_of(vocabulary.ids(tokens)) == tokens


@given(tokenised, st.integers(2, 10))
def test_a_smaller_vocabulary_is_the_beginning_of_a_larger_one(texts, size):
    small, large = Vocabulary.from_texts(texts, size), Vocabulary.from_texts(texts)
    assert len(small) == min(size, len(large))
    assert large.tokens[: len(small)] == small.tokens
