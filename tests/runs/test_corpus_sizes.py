from __future__ import annotations

import pytest

from seqviz.corpora.reviews import review_corpus
from seqviz.runs.corpus_sizes import (
    NUM_BUNDLED,
    SECONDS_PER_TOKEN_CLEANED,
    cleaning_seconds,
    corpus_size,
    num_validation,
    reading_seconds,
)
from seqviz.text.cleaning_levels import CLEANINGS, cleaned
from seqviz.text.tokens import words


def test_the_bundled_reviews_are_as_many_as_is_told():
    corpus = review_corpus()
    assert (len(corpus.train), len(corpus.validation)) == (
        corpus_size("reviews")[0],
        num_validation("reviews"),
    )
    mean = sum(len(text.split()) for text in corpus.train.texts) / len(corpus.train)
    assert corpus_size("reviews")[1] == pytest.approx(mean, rel=0.25)


def test_a_corpus_in_files_takes_time_to_read_and_sets_a_tenth_aside():
    assert reading_seconds("reviews") == 0 < reading_seconds("movie_reviews") < reading_seconds("imdb")
    assert num_validation("imdb") == 2_500


def test_every_cleaning_but_none_takes_time_and_the_bundled_reviews_are_cleaned_whole():
    assert set(SECONDS_PER_TOKEN_CLEANED) == set(CLEANINGS)
    for cleaning in CLEANINGS:
        some, every = (cleaning_seconds("imdb", cleaning, number) for number in (1_000, 0))
        assert (0 < some < every) is (cleaning != "none")
    assert cleaning_seconds("reviews", "stems", 1_000) == cleaning_seconds("reviews", "stems") > 0
    corpus = review_corpus()
    assert len(corpus.test) + len(corpus.train) + len(corpus.validation) == NUM_BUNDLED


@pytest.mark.parametrize("cleaning", CLEANINGS)
def test_as_many_tokens_are_left_as_is_told(cleaning):
    texts = review_corpus().train.texts[:500]
    left = sum(len(words(text)) for text in cleaned(texts, cleaning)) / sum(
        len(words(text)) for text in texts
    )
    told = corpus_size("reviews", cleaning)[1] / corpus_size("reviews")[1]
    assert told == pytest.approx(left, abs=0.05)
