"""An encoder-decoder net from the pairs to the finished, measured net, as a generator of events."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import Tensor

from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.experiments.translation.encoding import EncodedPairs, load_encoded
from seqviz.experiments.translation.measuring import Measured, batch_of, measure_pairs, written_out
from seqviz.models.seq2seq import Shape, TranslationNet
from seqviz.runs.clipping import clip_by_norm
from seqviz.runs.events import Event, Extras, Finished, Metrics, Note, Progress, Snapshot
from seqviz.runs.schedules import learning_rate_schedule
from seqviz.runs.trainer import EpochTrainer, advice
from seqviz.text.padding import buckets

SAMPLES = 6  # validation pairs written out after each epoch
MOST_MEASURED = 400  # validation pairs measured after each epoch but the last
MOST_SNAPSHOTS = 12
REPORTS_PER_EPOCH = 4


def build_net(experiment: TranslationExperiment, source_size: int, target_size: int) -> TranslationNet:
    """Build the untrained net of an experiment; the global torch seed decides its weights."""
    return TranslationNet(
        Shape(
            source_size,
            target_size,
            experiment.embedding_dim,
            experiment.hidden_size,
            experiment.cell,
            experiment.attention,
            experiment.dropout,
        )
    )


def fit_translation(experiment: TranslationExperiment) -> Iterator[Event]:
    """Train the experiment's net.

    Yields:
        Progress, Metrics, `Note("sample", …)` before the first epoch and after each, Snapshots, Finished.

    Raises:
        CorpusError: if the pairs cannot be had.
        Diverged: if the loss stops being finite.
    """
    yield Progress(0.0, None, "reading the pairs")
    encoded = load_encoded(experiment)
    yield Note("corpus", _describe(encoded))
    extras = _extras(encoded)
    yield Extras(extras)
    training = TranslationTraining(experiment, encoded)
    yield from training.events()
    yield Finished(training.summary(), training.weights(), extras)


class TranslationTraining(EpochTrainer):
    """One encoder-decoder net being trained.

    Args:
        experiment: the settings.
        encoded: the pairs.
        arm: which of a comparison's nets this is.
    """

    net: TranslationNet
    measured: Measured

    def __init__(self, experiment: TranslationExperiment, encoded: EncodedPairs, arm: str = "") -> None:
        self.experiment, self.encoded = experiment, encoded
        torch.manual_seed(experiment.seed)
        net = build_net(experiment, len(encoded.source_vocabulary), len(encoded.target_vocabulary))
        self.order = np.random.default_rng(experiment.seed)
        self.coin = np.random.default_rng(experiment.seed + 1)
        self.sources = encoded.sources(encoded.pairs.train)
        self.targets = encoded.targets(encoded.pairs.train)
        self.batches = self._batches()
        super().__init__(
            net,
            torch.optim.Adam(net.parameters(), lr=experiment.learning_rate, fused=True),
            clip_by_norm(experiment.clip_norm),
            advice(experiment.learning_rate, experiment.clip_norm),
            steps_per_epoch=math.ceil(len(self.sources) / experiment.batch_size),
            num_epochs=experiment.num_epochs,
            arm=arm,
        )
        self.schedule = learning_rate_schedule(experiment.schedule, self.optimizer, self.total_steps)

    def events(self) -> Iterator[Event]:
        """Train, and tell."""
        return self.run(max(1, self.steps_per_epoch // REPORTS_PER_EPOCH), self.steps_per_epoch)

    def train_epoch(self) -> Metrics:
        """Train for one epoch; return the means of its steps."""
        for _ in range(self.steps_per_epoch):
            self.train_step()
        return self.report()

    def _batches(self) -> Iterator[np.ndarray]:
        lengths = np.array([len(ids) for ids in self.sources])
        while True:
            yield from buckets(lengths, self.experiment.batch_size, self.order)

    def loss(self) -> tuple[Tensor, dict[str, float]]:
        """Return the next batch's loss; a coin decides whether the decoder is given the right beginning."""
        chosen = next(self.batches)
        batch = batch_of([self.sources[k] for k in chosen], [self.targets[k] for k in chosen])
        forced = self.coin.random() < self.experiment.teacher_forcing
        return (self.net.loss(*batch) if forced else self.net.free_running_loss(*batch)), {}

    def measure(self) -> Iterator[Event]:
        """Measure on some of the validation part, on all of it at the end; write a few out, keep the weights."""
        self.measure_on(None if self.is_over() else MOST_MEASURED)
        yield self.metrics(validation_loss=self.measured.loss, exact_match=float(self.measured.right.mean()))
        epoch = self.step // self.steps_per_epoch
        yield Note("sample", {"epoch": epoch, "pairs": written_out(self.measured, self.encoded, SAMPLES)})
        if epoch and epoch % math.ceil((self.num_epochs + 1) / MOST_SNAPSHOTS) == 0:
            yield Snapshot(self.step, epoch, self.weights())

    def measure_on(self, most: int | None) -> None:
        """Write the first pairs of the validation part, all if None, and keep how well that went."""
        pairs = self.encoded.pairs.validation[:most]
        self.measured = measure_pairs(self.net, self.encoded, pairs, self.experiment.max_length + 2)

    def measured_by_length(self) -> Metrics:
        """Measure and return the exact matches for each source length."""
        self.measure_on(MOST_MEASURED)
        values = {f"exact_match_{n}": share for n, share in self.measured.by_length().items()}
        return self.metrics(exact_match=float(self.measured.right.mean()), **values)

    def summary(self) -> dict[str, Any]:
        """Say in plain data what came out of the last measurement."""
        measured = self.measured
        words = self.encoded.pairs.target_unit == "words"
        return super().summary() | {
            "loss": measured.loss,
            "exact_match": float(measured.right.mean()),
            "measured": len(measured.pairs),
            "by_length": measured.by_length(),
            **({"bleu": measured.bleu()} if words else {}),
        }


def _describe(encoded: EncodedPairs) -> dict[str, Any]:
    pairs = encoded.pairs
    return {
        "name": pairs.name,
        "note": pairs.note,
        "source": pairs.source,
        "train": len(pairs.train),
        "validation": len(pairs.validation),
        "source_vocabulary": len(encoded.source_vocabulary),
        "target_vocabulary": len(encoded.target_vocabulary),
    }


def _extras(encoded: EncodedPairs) -> dict[str, Any]:
    return {
        "source_vocabulary": encoded.source_vocabulary,
        "target_vocabulary": encoded.target_vocabulary,
        "source_unit": encoded.pairs.source_unit,
        "target_unit": encoded.pairs.target_unit,
    }
