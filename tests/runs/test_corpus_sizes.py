from __future__ import annotations

import pytest

from seqviz.corpora.reviews import review_corpus
from seqviz.runs.corpus_sizes import corpus_size, num_validation, reading_seconds


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
