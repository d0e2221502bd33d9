"""A net that cannot see the order of words beside one that reads them in turn, trained side by side."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from seqviz.corpora.loading import load_corpus
from seqviz.experiments.word_order.config import ARMS, OrderExperiment
from seqviz.models.first_nets import BagNet
from seqviz.models.sentiment import SentimentNet
from seqviz.runs.clipping import clip_by_norm
from seqviz.runs.comparison import Arm, summary, take_turns, weights_of
from seqviz.runs.encoding import EncodedCorpus, EncodedTexts, encode_corpus
from seqviz.runs.events import Event, Finished, Progress
from seqviz.text.padding import pad

MEASURED_REVIEWS = 400
VOCABULARY_SIZE = 2_000


def fit_order(experiment: OrderExperiment) -> Iterator[Event]:
    """Train both nets on the same reviews in the same batches.

    Yields:
        Progress while it prepares, Metrics `accuracy` on reviews set aside, Finished with weights and vocabulary.
    """
    yield Progress(0.0, None, "reading the reviews")
    encoded = yield from encode_corpus(load_corpus("reviews"), VOCABULARY_SIZE)
    arms = [_order_arm(experiment, name, encoded) for name in ARMS]
    yield from take_turns(arms, experiment.num_steps)
    yield Finished(summary(arms), weights_of(arms), {"vocabulary": list(encoded.vocabulary.tokens)})


def build_order_net(experiment: OrderExperiment, arm: str, vocabulary_size: int) -> BagNet | SentimentNet:
    """Build the untrained net of an arm; the global torch seed decides its weights."""
    if arm == ARMS[0]:
        return BagNet(vocabulary_size, experiment.embedding_dim, experiment.hidden_size)
    sizes = (experiment.hidden_size,)
    return SentimentNet(vocabulary_size, experiment.embedding_dim, "rnn", sizes, pooling="last")


def _order_arm(experiment: OrderExperiment, name: str, encoded: EncodedCorpus) -> Arm:
    torch.manual_seed(experiment.seed)
    net = build_order_net(experiment, name, len(encoded.vocabulary))
    order = np.random.default_rng(experiment.seed)
    aside = _chosen(encoded.validation, np.arange(min(MEASURED_REVIEWS, len(encoded.validation.labels))))

    def loss() -> tuple[Tensor, dict[str, float]]:
        rows = order.integers(len(encoded.train.labels), size=experiment.batch_size)
        ids, lengths, labels = _chosen(encoded.train, rows)
        return binary_cross_entropy_with_logits(net(ids, lengths), labels), {}

    def accuracy() -> dict[str, float]:
        with torch.no_grad():
            right = (net(*aside[:2]) > 0) == (aside[2] > 0.5)
        return {"accuracy": right.float().mean().item()}

    optimizer = torch.optim.Adam(net.parameters(), experiment.learning_rate, fused=True)
    return Arm(name, net, loss, optimizer, clip_by_norm(experiment.clip_norm), accuracy)


def _chosen(texts: EncodedTexts, rows: np.ndarray) -> tuple[Tensor, Tensor, Tensor]:
    token_ids, lengths = pad([texts.token_ids[k] for k in rows])
    return torch.from_numpy(token_ids), torch.from_numpy(lengths), torch.from_numpy(texts.labels[rows])
