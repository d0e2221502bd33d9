"""TF-IDF of 25 000 IMDB reviews, from the texts to the weighted matrix: ours against scikit-learn."""

from __future__ import annotations

from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.harness import Result, UnavailableError, compare
from seqviz.corpora.loading import load_corpus
from seqviz.corpora.records import CorpusError
from seqviz.text.counts import TERM, count_terms
from seqviz.text.weighting import smooth_tf_idf

NUM_REVIEWS = 25_000


def measure() -> Result:
    """Count words of one letter and more and weigh them, as the Counting words page does, one thread."""
    texts = _reviews()
    vectorizer = TfidfVectorizer(token_pattern=TERM.pattern)
    timing = compare(
        lambda: smooth_tf_idf(count_terms(texts)),
        lambda: vectorizer.fit_transform(texts),
        rounds=3,
        repeats=1,
    )
    note = f"{len(texts):,} IMDB reviews to TF-IDF, the same terms on both sides / TfidfVectorizer"
    return Result(timing.ratio, timing.ours, timing.theirs, "ms", note)


def _reviews() -> list[str]:
    try:
        corpus = load_corpus("imdb")
    except CorpusError as missing:
        raise UnavailableError(str(missing)) from missing
    texts = [*corpus.train.texts, *corpus.validation.texts]
    return texts[:NUM_REVIEWS]
