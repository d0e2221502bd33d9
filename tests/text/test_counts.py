"""Counts, TF-IDF and similarity, against the lesson's numbers, scikit-learn and NLTK."""

import math

import nltk
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity as sklearn_cosine

from seqviz.text.counts import count_terms, n_grams, terms_of
from seqviz.text.similarity import cosine_similarity, top_terms
from seqviz.text.weighting import (
    WEIGHTINGS,
    smooth_idf,
    smooth_tf_idf,
    textbook_idf,
    textbook_tf_idf,
    unfold,
    weigh,
)

CAME = ["I came I saw", "I conquered"]
VOCABULARY = ["i", "came", "saw", "conquered"]
documents = st.lists(
    st.lists(st.sampled_from(["i", "came", "saw", "a", "don't", "Über", "7"]), max_size=8).map(" ".join),
    min_size=1,
    max_size=6,
)


def columns(matrix, weights):
    return weights[:, [matrix.terms.index(term) for term in VOCABULARY]].toarray()


def test_count_vectors_of_the_lesson():
    matrix = count_terms(CAME)
    assert columns(matrix, matrix.counts).tolist() == [[2, 1, 1, 0], [1, 0, 0, 1]]
    assert matrix.lengths.tolist() == [4, 2]


def test_textbook_tf_idf_of_the_lesson():
    matrix = count_terms(CAME)
    ln2 = math.log(2)
    assert columns(matrix, textbook_tf_idf(matrix)) == pytest.approx(
        np.array([[0, 0.17328679513998632, 0.17328679513998632, 0], [0, 0, 0, 0.34657359027997264]]),
        abs=1e-15,
    )
    assert dict(zip(matrix.terms, textbook_idf(matrix), strict=True)) == pytest.approx(
        {"i": 0, "came": ln2, "saw": ln2, "conquered": ln2}
    )


def test_smooth_tf_idf_of_the_lesson():
    matrix = count_terms(CAME)
    assert columns(matrix, smooth_tf_idf(matrix)) == pytest.approx(
        np.array(
            [
                [0.7092972666062737, 0.49844627974580596, 0.49844627974580596, 0],
                [0.5797386715376657, 0, 0, 0.8148024746671689],
            ]
        ),
        abs=1e-15,
    )


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (1, ("came", "conquered", "i", "saw")),
        (2, ("came i", "i came", "i conquered", "i saw")),
        (3, ("came i saw", "i came i")),
    ],
)
def test_n_grams_of_the_lesson(n, expected):
    assert count_terms(CAME, n, n).terms == expected


@given(documents, st.integers(1, 3), st.integers(0, 2))
@settings(max_examples=60, deadline=None)
def test_counts_and_weights_are_those_of_scikit_learn(texts, shortest, more):
    span = (shortest, shortest + more)
    matrix = count_terms(texts, *span)
    if not matrix.terms:
        assert matrix.counts.shape == (len(texts), 0)
        return
    settings_ = {"tokenizer": terms_of, "token_pattern": None, "lowercase": False, "ngram_range": span}
    counter, weigher = CountVectorizer(**settings_), TfidfVectorizer(**settings_)
    assert (counter.fit_transform(texts) != matrix.counts).nnz == 0
    assert tuple(counter.get_feature_names_out()) == matrix.terms
    assert abs(weigher.fit_transform(texts) - smooth_tf_idf(matrix)).max() < 1e-12
    assert smooth_idf(matrix) == pytest.approx(weigher.idf_)


@given(documents)
@settings(deadline=None)
def test_the_matrix_sums_to_the_number_of_terms(texts):
    matrix = count_terms(texts)
    assert matrix.counts.sum() == sum(len(terms_of(text)) for text in texts)
    assert matrix.document_frequencies.sum() == matrix.counts.nnz
    dense = matrix.counts.toarray()
    assert matrix.zero_share == pytest.approx((dense == 0).mean() if dense.size else 0)


@pytest.mark.parametrize("word", ["हिन्दी", "e\u0301te\u0301", "می\u200cخواهم", "don't", "שָׁלוֹם", "naïve"])
def test_a_word_of_any_script_is_one_term_with_its_marks(word):
    assert terms_of(f"{word}, 👨\u200d👩 {word.upper()}!") == [word, word]


@given(st.lists(st.sampled_from("abc")), st.integers(1, 5))
def test_n_grams_are_those_of_nltk(tokens, n):
    assert n_grams(tokens, n) == [" ".join(gram) for gram in nltk.ngrams(tokens, n)]


@pytest.mark.parametrize("weighting", ["textbook", "smooth"])
def test_an_unfolded_cell_is_the_cell(weighting):
    texts = [*CAME, "we came late", ""]
    matrix = count_terms(texts)
    weights = weigh(matrix, weighting).toarray()
    for document in range(len(texts)):
        for column, term in enumerate(matrix.terms):
            cell = unfold(matrix, document, term, weighting)
            assert cell.weight == pytest.approx(weights[document, column])
            assert cell.product == cell.tf * cell.idf


def test_an_unknown_term_cannot_be_unfolded():
    with pytest.raises(ValueError, match="no document holds"):
        unfold(count_terms(CAME), 0, "fish", "smooth")


def test_wrong_n_is_refused():
    with pytest.raises(ValueError, match="at least 1 term"):
        n_grams(["a"], 0)
    with pytest.raises(ValueError, match="not from 2 to 1"):
        count_terms(CAME, 2, 1)


def test_synonyms_meet_only_in_the_word_they_share():
    matrix = count_terms(["old bike", "used bike"])
    assert cosine_similarity(weigh(matrix, "counts"))[0, 1] == pytest.approx(0.5)
    assert cosine_similarity(weigh(count_terms(["old", "used"]), "counts"))[0, 1] == 0


def test_reordered_sentences_are_equal_by_words_and_not_by_pairs():
    pair = ["this is interesting", "is this interesting"]
    for weighting in WEIGHTINGS:
        weights = weigh(count_terms(pair), weighting)
        assert (weights[0] != weights[1]).nnz == 0
    assert cosine_similarity(weigh(count_terms(pair, 2, 2), "counts"))[0, 1] < 1


@pytest.mark.parametrize("weighting", WEIGHTINGS)
def test_cosines_are_those_of_scikit_learn_and_an_empty_row_has_none(weighting):
    weights = weigh(count_terms(["i came", "i saw it", "you came and saw", ""]), weighting)
    ours = cosine_similarity(weights)
    assert ours[:3, :3] == pytest.approx(sklearn_cosine(weights)[:3, :3])
    assert np.isnan(ours[3]).all()
    assert np.isnan(ours[:, 3]).all()


def test_top_terms_are_the_heaviest():
    matrix = count_terms(["b b a c", "d"])
    assert top_terms(matrix.counts, matrix.terms, 0, 2) == [("b", 2.0), ("a", 1.0)]


def test_thousands_of_documents_stay_sparse():
    generator = np.random.default_rng(0)
    texts = [" ".join(f"w{k}" for k in generator.zipf(1.3, 60) if k < 50_000) for _ in range(3_000)]
    matrix = count_terms(texts)
    assert matrix.zero_share > 0.99
    assert smooth_tf_idf(matrix).nnz == matrix.counts.nnz


def test_an_unfolded_cell_names_what_its_weight_is_made_of():
    matrix = count_terms(["a a b", "b c", "b", "c c c c d e"])
    textbook, smooth = (unfold(matrix, 0, "a", weighting) for weighting in ("textbook", "smooth"))
    for cell in (textbook, smooth):
        assert (cell.term, cell.document, cell.count, cell.length) == ("a", 0, 2, 3)
        assert (cell.num_documents, cell.document_frequency) == (4, 1)
    assert (textbook.tf, textbook.idf, textbook.norm) == pytest.approx((2 / 3, math.log(4), 1))
    idf_of_a, idf_of_b = math.log(5 / 2) + 1, math.log(5 / 4) + 1
    assert (smooth.tf, smooth.idf, smooth.norm) == pytest.approx(
        (2, idf_of_a, math.hypot(2 * idf_of_a, idf_of_b))
    )
    assert smooth.weight == pytest.approx(2 * idf_of_a / math.hypot(2 * idf_of_a, idf_of_b))
