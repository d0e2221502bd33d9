"""A sentiment run from the corpus to the finished, measured net, as a generator of events."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import Any

import torch

from seqviz.corpora.near_copies import near_copies
from seqviz.corpora.records import Corpus
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.data import corpus_of
from seqviz.experiments.sentiment.evaluation import Evaluation, evaluate_in_batches
from seqviz.experiments.sentiment.loop import Training, with_progress
from seqviz.experiments.sentiment.pretraining import pretrain_embedding
from seqviz.models.sentiment import SentimentNet
from seqviz.runs.encoding import EncodedCorpus, EncodedTexts, encode_corpus
from seqviz.runs.events import Event, Extras, Finished, Note, Progress

MISTAKES_KEPT = 24
MOST_LOOKED_AT = 300
LONGEST_TEXT_KEPT = 2_000  # characters of a mistaken review kept with the result


def fit_sentiment(experiment: SentimentExperiment) -> Iterator[Event]:
    """Train the experiment's net.

    Yields:
        Progress while it prepares and trains, `Note("corpus", …)`, Metrics, Snapshots, at last Finished.

    Raises:
        CorpusError: if the corpus cannot be had.
        Diverged: if the loss or the gradient stops being finite.
    """
    yield Progress(0.0, None, "reading the corpus")
    corpus = corpus_of(experiment)
    encoded = yield from encode_corpus(corpus, experiment.vocabulary_size)
    extras = {"vocabulary": list(encoded.vocabulary.tokens)}
    yield Progress(0.0, None, "looking for near-copies of training reviews among those for validation")
    yield Note("corpus", describe(corpus, encoded))
    yield Extras(extras)  # with them the snapshots of an unfinished run can be read
    torch.manual_seed(experiment.seed)
    net = build_net(experiment, len(encoded.vocabulary))
    if experiment.embedding == "skip-gram":
        after = replace(experiment, embedding="learned").expected_seconds()
        yield from pretrain_embedding(net.embedding, encoded.train, experiment.seed, seconds_after=after)
    training = Training(experiment, net, encoded)
    yield from training.events()
    measured = yield from measure(net, corpus, encoded, experiment)
    yield Finished(training.summary() | measured, training.weights(), extras)


def build_net(experiment: SentimentExperiment, vocabulary_size: int) -> SentimentNet:
    """Build the untrained net of an experiment; the global torch seed decides its weights."""
    return SentimentNet(
        vocabulary_size=vocabulary_size,
        embedding_dim=experiment.embedding_dim,
        cell=experiment.cell,
        hidden_sizes=experiment.hidden_sizes,
        bidirectional=experiment.bidirectional,
        dropout=experiment.dropout,
        dropout_before_output=experiment.dropout_before_output,
        pooling=experiment.pooling,
    )


def describe(corpus: Corpus, encoded: EncodedCorpus) -> dict[str, Any]:
    """Say in plain data what the net is about to learn from."""
    return {
        "name": corpus.name,
        "note": corpus.note,
        "source": corpus.source,
        "train": len(corpus.train),
        "validation": len(corpus.validation),
        "test": len(corpus.test) if corpus.test is not None else 0,
        "tokens": int(sum(map(len, encoded.train.token_ids))),
        "vocabulary": len(encoded.vocabulary),
    } | count_near_copies(encoded)


def count_near_copies(encoded: EncodedCorpus) -> dict[str, int]:
    """Count near-copies of training reviews among the first validation reviews, and how many were looked at.

    They are compared as the net reads them, in ids; looking at all of a large corpus would take a minute.
    """
    looked_at = [ids.tolist() for ids in encoded.validation.token_ids[:MOST_LOOKED_AT]]
    found = near_copies([ids.tolist() for ids in encoded.train.token_ids], looked_at)
    return {"near_copies": sum(found), "looked_at": len(looked_at)}


def measure(
    net: SentimentNet, corpus: Corpus, encoded: EncodedCorpus, experiment: SentimentExperiment
) -> Generator[Event, None, dict[str, Any]]:
    """Measure the finished net on the validation part, with its most confident mistakes, and on any test part."""
    measured = yield from _evaluate_trimmed(net, encoded.validation, experiment)
    result: dict[str, Any] = {
        "accuracy": measured.accuracy,
        "loss": measured.loss,
        "confusion": measured.confusion,
        "mistakes": _mistakes(measured, corpus),
    }
    if encoded.test is not None:
        tested = yield from _evaluate_trimmed(net, encoded.test, experiment)
        result["test_accuracy"] = tested.accuracy
    return result


def _mistakes(measured: Evaluation, corpus: Corpus) -> list[dict[str, Any]]:
    return [
        {
            "text": corpus.validation.texts[k][:LONGEST_TEXT_KEPT],
            "label": int(measured.labels[k]),
            "positive": float(measured.positive[k]),
        }
        for k in measured.most_confident_mistakes(MISTAKES_KEPT)
    ]


def _evaluate_trimmed(
    net: SentimentNet, texts: EncodedTexts, experiment: SentimentExperiment
) -> Generator[Event, None, Evaluation]:
    batches = evaluate_in_batches(net, texts.trimmed(experiment.max_length, experiment.keep))
    return (yield from with_progress(batches, Progress(1.0, 0.0, "measuring the finished net")))
