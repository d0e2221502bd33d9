import math

import numpy as np
import pytest

from seqviz.embeddings.evaluation import (
    EvaluationFileError,
    analogy_score,
    is_questions,
    read_questions,
    read_similarities,
    similarity_score,
)
from seqviz.embeddings.space import WordVectors

VECTORS = WordVectors(
    ("man", "woman", "king", "queen", "fish"),
    np.array([[1, 1, 0], [-1, 1, 0], [1, 1, 2], [-1, 1, 2], [0, -1, 0]], np.float32),
)


def test_ratings_are_read_with_tabs_commas_and_a_header():
    text = "word 1,word 2,mean\nman\twoman\t9.5\nking, queen, 8\n\n"
    assert read_similarities(text) == [("man", "woman", 9.5), ("king", "queen", 8.0)]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffman woman 1.5\n",
        "# rated by people\n# word word mean\nman woman 1.5\n",
        "word1\tword2\tPOS\tSimLex999\tconc(w1)\nman\twoman\tN\t1.5\t4.7\n",
        "man;woman;1.5\n",
    ],
    ids=["byte order mark", "comments", "SimLex-999 with parts of speech", "semicolons"],
)
def test_the_ways_in_which_rating_files_are_written_are_understood(text):
    assert read_similarities(text) == [("man", "woman", 1.5)]


@pytest.mark.parametrize(
    ("text", "message"),
    [("man woman 1\nking queen\n", "Line 2"), ("man woman 1\nking queen nan\n", "Line 2"), ("", "none")],
)
def test_a_broken_rating_line_is_named(text, message):
    with pytest.raises(EvaluationFileError, match=message):
        read_similarities(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (": family\nman king woman queen", True),
        ("\ufeff\n: family\n", True),
        ("man king woman queen\n", True),
        ("man woman 1", False),
        ("1 man woman 7.3", False),
        ("man woman N 1.5 4.7", False),
        ("word1 word2 POS SimLex999\nman woman N 1.5", False),
        ("", False),
    ],
)
def test_questions_are_told_from_ratings(text, expected):
    assert is_questions(text) == expected


def test_questions_are_read_by_section_and_a_broken_line_is_named():
    assert read_questions(": family\nman king woman queen\n") == {
        "family": [("man", "king", "woman", "queen")]
    }
    with pytest.raises(EvaluationFileError, match="Line 2"):
        read_questions(": family\nman king woman\n")
    with pytest.raises(EvaluationFileError, match="none"):
        read_questions(": family\n")


def test_a_perfect_order_has_rank_correlation_one():
    pairs = [("man", "fish", 1.0), ("man", "woman", 2.0), ("man", "king", 3.0), ("man", "unknown", 5.0)]
    score = similarity_score(VECTORS, pairs)
    assert score.rank_correlation == pytest.approx(1.0)
    assert (score.num_known, score.num_pairs) == (3, 4)


@pytest.mark.parametrize(
    "pairs",
    [[("man", "nobody", 1.0)], [("man", "king", 2.0), ("man", "fish", 2.0)], [("man", "king", 2.0)] * 2],
)
def test_too_few_or_equal_pairs_have_no_score(pairs):
    assert math.isnan(similarity_score(VECTORS, pairs).rank_correlation)


def test_analogy_scores_count_as_asking_one_by_one_does():
    questions = [
        ("man", "king", "woman", "queen"),
        ("man", "woman", "king", "queen"),
        ("man", "king", "who", "x"),
    ]
    score = analogy_score(VECTORS, "family", questions)
    answers = [VECTORS.analogy(a, b, c) for a, b, c, _ in questions[:2]]
    assert score.num_right == sum(answer.nearest[0].word == "queen" for answer in answers) == 2
    assert score.num_right_of_all == sum(answer.nearest_of_all[0].word == "queen" for answer in answers)
    assert (score.num_known, score.num_questions) == (2, 3)


def test_a_section_without_known_words_scores_nothing():
    assert analogy_score(VECTORS, "none", [("a", "b", "c", "d")]).num_known == 0
