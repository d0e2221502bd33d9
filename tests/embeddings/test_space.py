import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from seqviz.embeddings.space import UnknownWordError, WordVectors, to_unit


def a_plane():
    """man, woman, king, queen on a rectangle; apple far off; nothing at the origin."""
    points = {
        "man": (1, 1),
        "woman": (-1, 1),
        "king": (1, 3),
        "queen": (-1, 3),
        "apple": (0, -2),
        "none": (0, 0),
    }
    return WordVectors(tuple(points), np.array(list(points.values()), np.float32))


def test_neighbours_come_nearest_first_and_without_the_word_itself():
    names = [neighbour.word for neighbour in a_plane().neighbours("king", 3)]
    assert set(names[:2]) == {"man", "queen"}
    assert "king" not in names


def test_neighbours_agree_with_a_plain_loop_over_cosines():
    rng = np.random.default_rng(0)
    vectors = WordVectors(tuple("abcdefgh"), rng.normal(size=(8, 5)).astype(np.float32))
    for word in vectors.words:
        cosines = {other: vectors.similarity(word, other) for other in vectors.words if other != word}
        expected = sorted(cosines, key=cosines.get, reverse=True)[:4]
        assert [neighbour.word for neighbour in vectors.neighbours(word, 4)] == expected


def test_an_analogy_leaves_the_query_words_out_and_shows_what_happens_if_not():
    unit = WordVectors(("a", "b", "c", "d"), np.array([[1, 0, 0], [0.9, 0.1, 0], [0, 0, 1], [0, 0.3, 0.9]]))
    answer = unit.analogy("a", "b", "c", 4)
    assert [n.word for n in answer.nearest] == ["d"]
    assert answer.nearest_of_all[0].word == "c"
    np.testing.assert_allclose(answer.target, unit.unit("b") - unit.unit("a") + unit.unit("c"))


def test_a_words_place_in_an_analogy_is_that_in_the_list_of_answers():
    vectors = WordVectors(tuple("abcdefgh"), np.random.default_rng(4).normal(size=(8, 5)))
    nearest = [n.word for n in vectors.analogy("a", "b", "c", 8).nearest]
    assert [vectors.place_in_analogy("a", "b", "c", word) for word in nearest] == [1, 2, 3, 4, 5]


def test_the_odd_one_out_comes_first():
    assert a_plane().odd_one_out(["man", "woman", "apple", "queen"])[0].word == "apple"


def test_two_words_have_no_odd_one():
    with pytest.raises(ValueError, match="at least 3 words"):
        a_plane().odd_one_out(["man", "woman"])


def test_an_axis_points_from_the_first_words_to_the_second():
    vectors = a_plane()
    axis = vectors.axis([("woman", "man"), ("queen", "king")])
    np.testing.assert_allclose(axis, [1, 0], atol=1e-6)


@pytest.mark.parametrize(
    ("pairs", "message"), [([], "at least one pair"), ([("man", "woman"), ("woman", "man")], "cancel out")]
)
def test_an_axis_that_cannot_be_is_refused(pairs, message):
    with pytest.raises(ValueError, match=message):
        a_plane().axis(pairs)


def test_a_word_is_folded_to_lower_case_and_an_unknown_one_is_named():
    vectors = a_plane()
    assert vectors.find("King") == vectors.find("king")
    with pytest.raises(UnknownWordError, match="“kingdom”.*king"):
        vectors.find("kingdom")
    assert vectors.known(["QUEEN", "unheard-of"]) == ["queen"]
    with pytest.raises(UnknownWordError, match="A word is needed"):
        vectors.find("  ")


def test_a_zero_vector_has_cosine_zero_with_everything_and_no_neighbours():
    assert a_plane().similarity("none", "king") == 0.0
    assert a_plane().neighbours("none", 3) == ()


@pytest.mark.parametrize(
    ("words", "shape", "message"), [(("a",), (2, 3), "1 words"), (("a", "a"), (2, 3), "different")]
)
def test_words_and_vectors_must_fit(words, shape, message):
    with pytest.raises(ValueError, match=message):
        WordVectors(words, np.zeros(shape))


@given(hnp.arrays(np.float64, (3, 4), elements=st.floats(-1e3, 1e3)))
def test_unit_vectors_have_length_one_or_zero(vectors):
    lengths = np.linalg.norm(to_unit(vectors), axis=1)
    assert all(abs(length - 1) < 1e-9 or length == 0 for length in lengths)


@pytest.mark.parametrize("tiny", [1e-160, 1e-200, 5e-324])
def test_a_vector_of_tiny_numbers_has_a_direction_too(tiny):
    np.testing.assert_allclose(to_unit(np.array([[tiny, -tiny], [0.0, 0.0]]))[0], [0.5**0.5, -(0.5**0.5)])
    assert not to_unit(np.zeros((2, 3))).any()


def test_unit_vectors_keep_their_kind_of_number():
    assert to_unit(np.ones((2, 3), np.float32)).dtype == np.float32


def test_head_and_subset_keep_words_with_their_vectors():
    vectors = a_plane()
    assert vectors.head(2).words == ("man", "woman")
    part = vectors.subset(["queen", "Man"])
    assert part.words == ("queen", "man")
    np.testing.assert_array_equal(part.vectors, [[-1, 3], [1, 1]])


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("kign", "Did you mean king?"),
        ("quen", "Did you mean queen?"),
        ("quicksilver", "Words that begin alike: quince."),
        ("zzz", "“zzz” among these 4 words."),
    ],
)
def test_an_unknown_word_is_answered_with_words_spelt_alike(asked, hint):
    words = ("king", "queen", "man", "quince")
    with pytest.raises(UnknownWordError, match=re.escape(hint) + "$"):
        WordVectors(words, np.eye(4)).find(asked)


@given(st.integers(0, 1000))
def test_a_words_fit_is_its_cosine_with_the_mean_of_the_others(seed):
    vectors = WordVectors(tuple("abcde"), np.random.default_rng(seed).normal(size=(5, 3)))
    expected = {}
    for word in vectors.words:
        others = [vectors.vectors[vectors.find(other)] for other in vectors.words if other != word]
        mean = np.mean([one / np.linalg.norm(one) for one in others], axis=0)
        own = vectors.vectors[vectors.find(word)]
        expected[word] = own @ mean / np.linalg.norm(own) / np.linalg.norm(mean)
    ranked = vectors.odd_one_out("abcde")
    assert [one.word for one in ranked] == sorted(expected, key=expected.get)
    assert {one.word: one.cosine for one in ranked} == pytest.approx(expected, abs=1e-6)
