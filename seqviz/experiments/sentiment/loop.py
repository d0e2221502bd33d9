"""A sentiment net being trained: its batches, its loss, and what is measured on the way."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.evaluation import Evaluation, evaluate_in_batches
from seqviz.experiments.sentiment.optimization import make_optimizer
from seqviz.experiments.sentiment.stretches import stretches
from seqviz.models.sentiment import SentimentNet
from seqviz.runs.clipping import clip_by_norm
from seqviz.runs.encoding import EncodedCorpus
from seqviz.runs.events import Diverged, Event, Progress, Snapshot
from seqviz.runs.schedules import learning_rate_schedule
from seqviz.runs.trainer import EpochTrainer, advice
from seqviz.text.padding import buckets, pad

POINTS_ON_THE_CURVE = 160  # training metrics a run, at most; more cannot be told apart on a screen
VALIDATIONS = 12  # measurements on the validation part a run, about; each costs a pass over it
SENTENCE_ENDS = (".", "!", "?")
SNAPSHOT_BYTES = 24 * 2**20  # of all snapshots of a run together


def with_progress(
    batches: Generator[float, None, Evaluation], progress: Progress
) -> Generator[Event, None, Evaluation]:
    """Turn the batches of an evaluation into events, so that the run hears a pause between any two of them."""
    while True:
        try:
            next(batches)
        except StopIteration as end:
            return end.value
        yield progress


class Training(EpochTrainer):
    """A sentiment net being trained.

    Args:
        experiment: the settings.
        net: the net, changed in place.
        encoded: the corpus as ids.
    """

    net: SentimentNet

    def __init__(self, experiment: SentimentExperiment, net: SentimentNet, encoded: EncodedCorpus) -> None:
        self.experiment = experiment
        self.texts = encoded.train.trimmed(experiment.max_length, experiment.keep)
        self.validation = encoded.validation.trimmed(experiment.max_length, experiment.keep)
        self.order = np.random.default_rng(experiment.seed)
        self.cuts = np.random.default_rng(experiment.seed)
        self.vocabulary = encoded.vocabulary
        self.batches = self._batches()
        super().__init__(
            net,
            make_optimizer(experiment, net),
            clip_by_norm(experiment.clip_norm),
            advice(experiment.learning_rate, experiment.clip_norm),
            steps_per_epoch=math.ceil(len(self.texts.labels) / experiment.batch_size),
            num_epochs=experiment.num_epochs,
            time_budget=experiment.time_budget,
            expected_seconds=experiment.expected_seconds(),
        )
        self.schedule = learning_rate_schedule(experiment.schedule, self.optimizer, self.total_steps)

    def events(self) -> Iterator[Event]:
        """Train, and tell."""
        return self.run(
            max(1, self.total_steps // POINTS_ON_THE_CURVE), max(1, self.total_steps // VALIDATIONS)
        )

    def _batches(self) -> Iterator[np.ndarray]:
        lengths = np.array([len(ids) for ids in self.texts.token_ids])
        while True:
            yield from buckets(lengths, self.experiment.batch_size, self.order)

    def loss(self) -> tuple[Tensor, dict[str, float]]:
        """Return the next batch's loss and `train_accuracy`."""
        chosen = next(self.batches)
        texts = [self.texts.token_ids[k] for k in chosen]
        if self.cuts.random() < self.experiment.stretches:
            texts = stretches(texts, self.vocabulary.ids(SENTENCE_ENDS).tolist(), self.cuts)
        token_ids, lengths = pad(texts)
        labels = torch.from_numpy(self.texts.labels[chosen])
        logits = self.net(torch.from_numpy(token_ids), torch.from_numpy(lengths))
        accuracy = ((logits > 0) == (labels > 0.5)).float().mean().item()
        return binary_cross_entropy_with_logits(logits, labels), {"train_accuracy": accuracy}

    def measure(self) -> Iterator[Event]:
        """Measure on the validation part; keep the weights where a snapshot is due."""
        batches = evaluate_in_batches(self.net, self.validation)
        measured = yield from with_progress(batches, self.progress())
        if not np.isfinite(measured.positive).all():
            raise Diverged(
                f"After step {self.step} the net answers with no number at all (NaN). {self.advice}"
            )
        yield self.metrics(validation_loss=measured.loss, validation_accuracy=measured.accuracy)
        if self.is_snapshot_due():
            yield Snapshot(self.step, self.epoch(), self.weights())

    def is_snapshot_due(self) -> bool:
        """Spread the snapshots that the bound on bytes allows; the first and the last always count."""
        size = sum(p.numel() * p.element_size() for p in self.net.parameters())
        allowed = max(2, SNAPSHOT_BYTES // size)
        every = math.ceil((VALIDATIONS + 1) / (allowed - 1))
        return self.is_over() or (self.step // max(1, self.total_steps // VALIDATIONS)) % every == 0
