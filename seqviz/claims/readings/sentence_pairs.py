"""Pairs of sentences, one praise and one complaint: of how many a classifier gets both right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from seqviz.claims.outcome import Outcome
from seqviz.corpora.contrasts import Kind, contrasts
from seqviz.corpora.preparing import prepared_corpus
from seqviz.experiments.sentiment.trained import SentimentReader
from seqviz.text.baseline import Baseline, fit_baseline

NUM_PAIRS = 200


def by_net(outcome: Outcome, kind: Kind) -> float:
    """Return the share that the net of a sentiment run tells apart."""
    reader = SentimentReader.from_run(dict(outcome.config), outcome.extras, outcome.weights)
    return share_both_right(
        lambda texts: reader.positive_of_each([reader.encode(text) for text in texts]),
        kind,
        int(outcome.config["seed"]),
    )


def by_bag(outcome: Outcome, kind: Kind) -> float:
    """Return the share that the classifier of a baseline run tells apart; it is fitted again, for no run keeps it."""
    config = outcome.config
    bag = _fitted(config["corpus"], config["longest"], config["num_train"], config["seed"])
    return share_both_right(bag.positive_probability, kind, config["seed"])


@lru_cache(maxsize=2)
def _fitted(corpus: str, longest: int, num_train: int, seed: int) -> Baseline:
    train = prepared_corpus(corpus, num_train=num_train, seed=seed).train
    return fit_baseline(train.texts, train.labels, longest=longest)


def share_both_right(positive: Callable[[Sequence[str]], np.ndarray], kind: Kind, seed: int) -> float:
    """Return the share of pairs of which the praise is called positive and the complaint negative.

    Args:
        positive: texts -> probability of the class positive, (num_texts,).
        kind: of pairs.
        seed: of the pairs that are drawn.
    """
    pairs = contrasts(kind, NUM_PAIRS, seed)
    praise, complaint = (
        positive([pair.praise for pair in pairs]),
        positive([pair.complaint for pair in pairs]),
    )
    return float(np.mean((praise > 0.5) & (complaint < 0.5)))
