"""GloVe's vectors that come with the app: what they are, how good they are, and that nothing was lost on the way."""

from __future__ import annotations

import functools

import numpy as np
import pytest
from gensim.models import KeyedVectors
from safetensors import safe_open

from seqviz.embeddings.evaluation import (
    analogy_score,
    read_questions,
    read_similarities,
    similarity_score,
)
from seqviz.embeddings.pretrained import ASSET, IN_TEST_DATA, load_pretrained, make_pretrained
from seqviz.embeddings.space import WordVectors
from seqviz.embeddings.vector_files import load_vectors

LESSONS = (
    "king queen man woman doctor nurse physician surgeon madrid spain france paris brother sister ice steam solid gas "
    "water fashion football volleyball grandmother grandfather wisdom walked walk sing warm cold bank apple"
)

vectors = functools.cache(load_pretrained)


def test_the_asset_is_small_and_names_its_source_and_licence():
    assert ASSET.stat().st_size <= 1_100_000
    with safe_open(ASSET, framework="numpy") as file:
        about = file.metadata()
    assert "Pennington" in about["source"] and "Public Domain" in about["licence"]
    beside = (ASSET.parent / "README.md").read_text(encoding="utf-8")
    assert about["licence"].split(", ")[1] in beside and ASSET.name in beside


def test_ten_thousand_words_have_fifty_finite_numbers_each_the_most_frequent_first():
    assert vectors().vectors.shape == (10_000, 50) and vectors().vectors.dtype == np.float32
    assert vectors().words[:4] == ("the", ",", ".", "of")
    assert np.isfinite(vectors().vectors).all() and (np.abs(vectors().vectors).sum(axis=1) > 0).all()
    assert vectors().known(LESSONS.split()) == LESSONS.split()


@pytest.mark.parametrize(
    ("a", "b", "c", "answer", "nearest_of_all"),
    [
        ("man", "king", "woman", "queen", "king"),
        ("spain", "madrid", "france", "paris", "paris"),
        ("walk", "walked", "sing", "sang", "sang"),
        ("he", "doctor", "she", "nurse", "doctor"),
        ("she", "doctor", "he", "physician", "doctor"),
    ],
)
def test_the_lessons_analogies_come_out(a, b, c, answer, nearest_of_all):
    found = vectors().analogy(a, b, c)
    assert (found.nearest[0].word, found.nearest_of_all[0].word) == (answer, nearest_of_all)


def test_neighbours_and_analogies_are_gensims():
    theirs = KeyedVectors(50)
    theirs.add_vectors(list(vectors().words), vectors().vectors)
    for word in ("king", "nurse", "bank"):
        found = [(n.word, pytest.approx(n.cosine, abs=1e-5)) for n in vectors().neighbours(word, 8)]
        assert theirs.most_similar(word, topn=8) == found
    asked = theirs.most_similar(positive=["king", "woman"], negative=["man"], topn=5)
    assert [word for word, _ in asked] == [n.word for n in vectors().analogy("man", "king", "woman").nearest]


def test_what_is_no_such_file_is_refused(tmp_path):
    short = tmp_path / "short.txt"
    short.write_text("king 1 2\nqueen 3 4\n")
    with pytest.raises(ValueError, match=r"10000 words of 50 numbers are needed, but it holds \(2, 2\)"):
        make_pretrained(short, tmp_path / "asset.safetensors")


def test_the_asset_is_made_from_gloves_file(real_data, tmp_path):
    again = tmp_path / "again.safetensors"
    make_pretrained(real_data / IN_TEST_DATA, again)
    made, kept = load_pretrained(again), vectors()
    assert made.words == kept.words
    np.testing.assert_array_equal(made.vectors, kept.vectors)


def test_rounding_moves_no_cosine_by_more_than_the_readme_says(real_data):
    exact = load_vectors(real_data / IN_TEST_DATA, 10_000)
    one, other = np.random.default_rng(0).integers(0, 10_000, (2, 100_000))
    cosines = [(each.units[one] * each.units[other]).sum(axis=1) for each in (exact, vectors())]
    assert np.abs(cosines[0] - cosines[1]).max() < 0.0003
    before, after = right_of(exact, real_data), right_of(vectors(), real_data)
    assert before[2] == after[2] == 4_492
    assert after == pytest.approx(before, abs=3)
    assert after[:2] == pytest.approx((2_638, 1_700), abs=10)


def right_of(of: WordVectors, real_data) -> tuple[int, int, int]:
    """Questions answered right without the query words, with them, and how many have known words."""
    text = (real_data / "word_eval/questions-words.txt").read_text(encoding="utf-8")
    scores = [analogy_score(of, section, questions) for section, questions in read_questions(text).items()]
    parts = [(s.num_right, s.num_right_of_all, s.num_known) for s in scores]
    right, of_all, known = np.sum(parts, axis=0).tolist()
    return right, of_all, known


@pytest.mark.parametrize(
    ("name", "correlation", "num_known"),
    [("EN-WS-353-ALL", 0.527, 269), ("EN-SIMLEX-999", 0.277, 690), ("EN-MEN-TR-3k", 0.700, 1_484)],
)
def test_similarities_follow_peoples_ratings_as_well_as_measured(real_data, name, correlation, num_known):
    text = (real_data / f"word_eval/{name}.txt").read_text(encoding="utf-8")
    score = similarity_score(vectors(), read_similarities(text))
    assert score.rank_correlation == pytest.approx(correlation, abs=0.002)
    assert score.num_known == num_known
