import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.text.augmentation import misspell, shuffle_words
from seqviz.text.measures import frequencies, growth, unknown_share, zipf_line
from seqviz.text.vocabulary import Vocabulary

tokens = st.lists(st.sampled_from("a b c d".split()), max_size=20)  # noqa: SIM905
words = st.lists(st.text(st.characters(categories=["Ll"]), max_size=8), max_size=20)


def test_frequencies_rank_by_count_and_then_by_alphabet():
    found = frequencies([["b", "a", "c"], ["c"]])
    assert found.tokens == ("c", "a", "b")
    assert found.counts.tolist() == [2, 1, 1]
    assert found.num_once == 2


def test_zipf_line_finds_the_slope_of_an_exact_law():
    line = zipf_line(1e6 * np.arange(1, 2000) ** -1.0)
    assert line.slope == pytest.approx(-1)
    assert line.scale == pytest.approx(1e6)
    with pytest.raises(ValueError, match="two different tokens"):
        zipf_line(np.array([4]))


@given(st.lists(tokens), st.lists(st.sampled_from(["a", "b", "e"]), min_size=1), st.integers(0, 5))
def test_unknown_share_is_what_a_vocabulary_of_that_size_does_not_know(texts, looked_up, size):
    vocabulary = Vocabulary.from_texts(texts, size + 2)
    expected = np.mean([token not in vocabulary for token in looked_up])
    assert unknown_share(frequencies(texts), looked_up, np.array([size]))[0] == pytest.approx(expected)


def test_unknown_share_needs_words():
    with pytest.raises(ValueError, match="at least one word"):
        unknown_share(frequencies([]), [], np.array([1]))


@given(st.lists(tokens, min_size=1).filter(any))
def test_growth_ends_at_the_whole_corpus(texts):
    found = growth(texts)
    vocabulary = sorted({token for text in texts for token in text})
    dense = np.array([[token in text for token in vocabulary] for text in texts])
    assert found.num_texts[-1] == len(texts)
    assert found.num_words[-1] == len(vocabulary)
    assert found.zero_share[-1] == pytest.approx((~dense).mean())
    assert (np.diff(found.num_words) >= 0).all()


def test_growth_needs_a_word():
    with pytest.raises(ValueError, match="at least one word"):
        growth([[], []])


@given(words, st.floats(0, 1), st.integers(0, 9))
def test_misspelling_keeps_the_number_of_words_and_their_first_letters(texts, share, seed):
    found = misspell(texts, share, np.random.default_rng(seed))
    assert len(found) == len(texts)
    assert [word[:1] for word in found] == [word[:1] for word in texts]
    assert all(abs(len(new) - len(old)) <= 1 for new, old in zip(found, texts, strict=True))
    assert misspell(texts, share, np.random.default_rng(seed)) == found


def test_a_share_of_nought_changes_nothing_and_swapped_letters_come_about():
    assert misspell(["come", "on"], 0, np.random.default_rng(0)) == ["come", "on"]
    made = {misspell(["come", "on"], 1, np.random.default_rng(seed))[0] for seed in range(60)}
    assert {"cmoe", "coem", "coome"} & made
    assert "cmoe" in made
    with pytest.raises(ValueError, match="from 0 to 1"):
        misspell(["a"], 2, np.random.default_rng(0))


@given(words, st.integers(0, 9))
def test_shuffling_loses_no_word(texts, seed):
    assert sorted(shuffle_words(texts, np.random.default_rng(seed))) == sorted(texts)
