"""Two small nets learn to name the next number of a sequence, trained side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import mse_loss

from seqviz.corpora.fibonacci import fibonacci, other_starts
from seqviz.experiments.fibonacci.config import ARMS, FibonacciExperiment
from seqviz.models.first_nets import NumberNet
from seqviz.runs.clipping import clip_by_norm
from seqviz.runs.comparison import Arm, summary, take_turns, weights_of
from seqviz.runs.events import Event, Finished

NUM_STARTS = 32
CLIP_NORM = 1.0


def fit_fibonacci(experiment: FibonacciExperiment) -> Iterator[Event]:
    """Train both nets to name the next number.

    Yields:
        Metrics `train_loss` and `error` (mean relative error on Fibonacci's own numbers); Finished with weights.
    """
    sequences = training_sequences(experiment)
    arms = [_number_arm(experiment, name, sequences) for name in ARMS]
    yield from take_turns(arms, experiment.num_steps)
    yield Finished(summary(arms), weights_of(arms))


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
