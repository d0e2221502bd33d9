"""The reviews that a sentiment experiment learns from."""

from __future__ import annotations

from seqviz.corpora.preparing import prepared_corpus
from seqviz.corpora.records import Corpus
from seqviz.experiments.sentiment.config import SentimentExperiment


def corpus_of(experiment: SentimentExperiment) -> Corpus:
    """Load the reviews of an experiment, cleaned and as many as it says.

    Raises:
        CorpusError: if the corpus cannot be had.
    """
    return prepared_corpus(
        experiment.corpus, cleaning=experiment.cleaning, num_train=experiment.num_train, seed=experiment.seed
    )
