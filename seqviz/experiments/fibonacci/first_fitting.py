"""The two comparisons of the first lesson on recurrence, as generators of events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, mse_loss

from seqviz.corpora.fibonacci import fibonacci, other_starts
from seqviz.corpora.loading import load_corpus
from seqviz.experiments.fibonacci import config as number_rule
from seqviz.experiments.fibonacci.config import FibonacciExperiment
from seqviz.experiments.word_order.config import ARMS, OrderExperiment
from seqviz.models.first_nets import BagNet, NumberNet
from seqviz.models.sentiment import SentimentNet
from seqviz.runs.comparison import Arm, clip_by_norm, nothing_more, take_turns
from seqviz.runs.encoding import EncodedCorpus, EncodedTexts, encode_corpus
from seqviz.runs.events import Event, Finished, Progress
from seqviz.text.padding import pad

TURNS = 25
NUM_STARTS = 32
CLIP_NORM = 1.0
MEASURED_REVIEWS = 400
VOCABULARY_SIZE = 2_000


def fit_fibonacci(experiment: FibonacciExperiment) -> Iterator[Event]:
    """Train both nets to name the next number.

    Yields:
        Metrics `train_loss` and `error` (mean relative error on Fibonacci's own numbers); Finished with weights.
    """
    sequences = training_sequences(experiment)
    arms = [_number_arm(experiment, name, sequences) for name in number_rule.ARMS]
    yield from take_turns(arms, experiment.num_steps, max(1, experiment.num_steps // TURNS), nothing_more)
    yield Finished(_summary(arms), _weights(arms))


def scale_of(experiment: FibonacciExperiment) -> float:
    """Return what all numbers are divided by: the largest that the net learns from, so that it becomes 1."""
    return float(fibonacci(experiment.num_terms)[-1])


def training_sequences(experiment: FibonacciExperiment) -> np.ndarray:
    """Return the sequences to learn from, divided by the scale, (num_sequences, num_terms)."""
    rows = fibonacci(experiment.num_terms)[None]
    if experiment.starts == "many":
        generator = np.random.default_rng(experiment.seed)
        rows = np.concatenate([rows, other_starts(generator, NUM_STARTS - 1, experiment.num_terms)])
    return rows / scale_of(experiment)


def build_number_net(experiment: FibonacciExperiment, arm: str) -> NumberNet:
    """Build the untrained net of an arm; the global torch seed decides its weights."""
    activation: Any = arm
    return NumberNet(experiment.hidden_size, activation)


def _number_arm(experiment: FibonacciExperiment, name: str, sequences: np.ndarray) -> Arm:
    torch.manual_seed(experiment.seed)
    net = build_number_net(experiment, name)
    numbers = torch.from_numpy(sequences.astype(np.float32))

    def loss() -> tuple[Tensor, dict[str, float]]:
        guesses, _ = net(numbers[:, :-1])
        return mse_loss(
            guesses[:, 1:], numbers[:, 2:]
        ), {}  # after one number alone, nobody can know the next

    def error() -> dict[str, float]:
        with torch.no_grad():
            guesses, _ = net(numbers[:1, :-1])
        return {"error": float(((guesses[0, 1:] - numbers[0, 2:]) / numbers[0, 2:]).abs().mean())}

    optimizer = torch.optim.Adam(net.parameters(), experiment.learning_rate, fused=True)
    return Arm(name, net, loss, optimizer, clip_by_norm(CLIP_NORM), error)


def fit_order(experiment: OrderExperiment) -> Iterator[Event]:
    """Train both nets on the same reviews in the same batches.

    Yields:
        Progress while it prepares, Metrics `accuracy` on reviews set aside, Finished with weights and vocabulary.
    """
    yield Progress(0.0, None, "reading the reviews")
    encoded = yield from encode_corpus(load_corpus("reviews"), VOCABULARY_SIZE)
    arms = [_order_arm(experiment, name, encoded) for name in ARMS]
    yield from take_turns(arms, experiment.num_steps, max(1, experiment.num_steps // TURNS), nothing_more)
    yield Finished(_summary(arms), _weights(arms), {"vocabulary": list(encoded.vocabulary.tokens)})


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


def _summary(arms: list[Arm]) -> dict[str, Any]:
    return {
        "arms": {arm.name: arm.latest | {"steps": arm.step} for arm in arms},
        "parameters": {arm.name: _count(arm.net) for arm in arms},
        "seconds": round(sum(arm.stopwatch.seconds for arm in arms), 3),
    }


def _count(net: nn.Module) -> int:
    return sum(p.numel() for p in net.parameters())


def _weights(arms: list[Arm]) -> dict[str, np.ndarray]:
    return {name: value for arm in arms for name, value in arm.weights().items()}
