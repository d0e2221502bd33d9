import math

import numpy as np
import pytest

from seqviz.embeddings.evaluation import (
    EvaluationFileError,
    analogy_score,
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


def test_a_broken_rating_line_is_named():
    with pytest.raises(EvaluationFileError, match="Line 2"):
        read_similarities("man woman 1\nking queen\n")


def test_questions_are_read_by_section_and_a_broken_line_is_named():
    assert read_questions(": family\nman king woman queen\n") == {
        "family": [("man", "king", "woman", "queen")]
    }
    with pytest.raises(EvaluationFileError, match="Line 2"):
        read_questions(": family\nman king woman\n")


def test_a_perfect_order_has_rank_correlation_one():
    pairs = [("man", "fish", 1.0), ("man", "woman", 2.0), ("man", "king", 3.0), ("man", "unknown", 5.0)]
    score = similarity_score(VECTORS, pairs)
    assert score.rank_correlation == pytest.approx(1.0)
    assert (score.num_known, score.num_pairs) == (3, 4)


def test_too_few_known_pairs_have_no_score():
    assert math.isnan(similarity_score(VECTORS, [("man", "nobody", 1.0)]).rank_correlation)


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
