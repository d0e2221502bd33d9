"""The baseline as an experiment against scikit-learn's own pipeline."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from seqviz.corpora.loading import load_corpus
from seqviz.corpora.preparing import prepared_corpus
from seqviz.experiments.baseline.config import BaselineExperiment
from seqviz.experiments.baseline.train import fit
from seqviz.runs.events import Finished, Note, Progress
from seqviz.text.tokens import words

PRAISE = ("a fine film", "a warm and fine story", "the cast is fine", "fine songs and a warm end")
COMPLAINT = ("a poor film", "a cold and poor story", "the cast is poor", "poor songs and a cold end")


@pytest.fixture
def table(tmp_path):
    rows = [
        f"{text} {k},{label}"
        for k in range(12)
        for label, texts in ((1, PRAISE), (0, COMPLAINT))
        for text in texts
    ]
    path = tmp_path / "films.csv"
    path.write_text("text,label\n" + "\n".join(rows))
    return str(path)


def test_it_measures_what_scikit_learns_pipeline_does(table):
    events = list(fit(BaselineExperiment(corpus=table)))
    corpus = load_corpus(table)
    pipeline = make_pipeline(
        TfidfVectorizer(tokenizer=words, token_pattern=None, ngram_range=(1, 2)), LogisticRegression()
    )
    pipeline.fit(corpus.train.texts, corpus.train.labels)
    [finished] = [event for event in events if isinstance(event, Finished)]
    expected = pipeline.score(corpus.validation.texts, corpus.validation.labels)
    assert finished.result["accuracy"] == pytest.approx(expected)
    assert events[-1] is finished
    assert not finished.weights


def test_it_tells_how_far_it_is_and_what_it_learned_from(table):
    events = list(fit(BaselineExperiment(corpus=table)))
    fractions = [event.fraction for event in events if isinstance(event, Progress)]
    assert fractions == sorted(fractions)
    [note] = [event for event in events if isinstance(event, Note)]
    assert note.topic == "corpus"
    assert note.content["name"]


def test_single_words_alone_cannot_see_their_order(table):
    longest = [1, 2]
    features = [
        next(e for e in fit(BaselineExperiment(corpus=table, longest=n)) if isinstance(e, Finished)).result[
            "features"
        ]
        for n in longest
    ]
    assert features[0] < features[1]


def test_it_learns_from_as_many_texts_as_it_is_told():
    events = fit(BaselineExperiment(num_train=60, cleaning="stems", longest=1))
    few = next(event for event in events if isinstance(event, Finished))
    pipeline = make_pipeline(
        TfidfVectorizer(tokenizer=words, token_pattern=None, sublinear_tf=True, dtype=np.float32),
        LogisticRegression(C=10, solver="liblinear", random_state=0),
    )
    corpus = prepared_corpus("reviews", num_train=60, cleaning="stems")
    pipeline.fit(corpus.train.texts, corpus.train.labels)
    assert few.result["test_accuracy"] == pytest.approx(pipeline.score(corpus.test.texts, corpus.test.labels))
