"""How strongly the last state depends on each word, and how that goes with the word's distance."""

from __future__ import annotations

import numpy as np
import torch
from scipy.stats import spearmanr

from seqviz.claims.outcome import Outcome
from seqviz.corpora.reviews import review_corpus
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.train import build_net
from seqviz.experiments.sentiment.trained import SentimentReader
from seqviz.models.initial import with_forget_bias
from seqviz.models.inspect.gradients import gradient_curves
from seqviz.runs.experiment import from_config
from seqviz.text.vocabulary import Vocabulary

NUM_REVIEWS = 200
FEWEST_WORDS = 5


def rank_correlation(outcome: Outcome, trained: bool, forget_bias: float | None) -> float:
    """Return the mean rank correlation of a word's distance from the end and its influence, over test reviews.

    Args:
        outcome: of a sentiment run.
        trained: as the run left the net; else as it began.
        forget_bias: of the LSTM, in place of the one that was drawn.
    """
    reader = _reader(outcome, trained)
    weights = reader.net.recurrent.weights(0, "forward")
    cell = reader.experiment.cell
    if forget_bias is not None:
        weights = with_forget_bias(cell, weights, forget_bias)
    test = review_corpus().test
    assert test is not None
    found = []
    with torch.no_grad():
        for text in test.texts[:NUM_REVIEWS]:
            ids = torch.from_numpy(reader.encode(text).token_ids)
            if len(ids) >= FEWEST_WORDS:
                influence = gradient_curves(cell, reader.net.embedding(ids)[None], weights).influence
                found.append(spearmanr(np.arange(len(ids))[::-1], influence).statistic)
    return float(np.mean(found))


def _reader(outcome: Outcome, trained: bool) -> SentimentReader:
    config, extras = dict(outcome.config), outcome.extras
    if trained:
        return SentimentReader.from_run(config, extras, outcome.weights)
    experiment = from_config(SentimentExperiment, config)
    vocabulary = Vocabulary(tuple(extras["vocabulary"]))
    with torch.random.fork_rng():
        torch.manual_seed(experiment.seed)
        return SentimentReader(experiment, vocabulary, build_net(experiment, len(vocabulary)).eval())
