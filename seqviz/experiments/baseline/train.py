"""Fit the baseline on a corpus and measure it, as a generator of events."""

from __future__ import annotations

from collections.abc import Iterator

from seqviz.corpora.preparing import prepared_corpus
from seqviz.corpora.records import Corpus
from seqviz.experiments.baseline.config import BaselineExperiment
from seqviz.runs.events import Event, Finished, Note, Progress
from seqviz.text.baseline import fit_baseline


def fit(experiment: BaselineExperiment) -> Iterator[Event]:
    """Fit, and measure on the same validation part as the nets, and on the test part where there is one.

    Yields:
        Progress, `Note("corpus", …)`, Finished with accuracy, seconds and the number of features.
    """
    yield Progress(0.0, None, "reading the corpus")
    corpus = corpus_of(experiment)
    yield Progress(0.1, None, "counting words and word pairs")
    baseline = fit_baseline(corpus.train.texts, corpus.train.labels, longest=experiment.longest)
    yield Progress(0.9, None, "measuring")
    result = {
        "accuracy": baseline.accuracy(corpus.validation.texts, corpus.validation.labels),
        "seconds": round(baseline.seconds, 3),
        "features": baseline.num_features,
    }
    if corpus.test is not None:
        result["test_accuracy"] = baseline.accuracy(corpus.test.texts, corpus.test.labels)
    yield Note("corpus", {"name": corpus.name, "note": corpus.note, "source": corpus.source})
    yield Finished(result, {})


def corpus_of(experiment: BaselineExperiment) -> Corpus:
    """Return the reviews as the experiment takes them: cleaned, and as many as it learns from.

    Raises:
        CorpusError: if the corpus cannot be had.
    """
    return prepared_corpus(
        experiment.corpus, cleaning=experiment.cleaning, num_train=experiment.num_train, seed=experiment.seed
    )
