"""The training loop of an encoder-decoder net, as a generator of events."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from seqviz.corpora.pairs import joined
from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.experiments.translation.encoding import EncodedPairs, load_encoded
from seqviz.models.decoding import greedy_batch
from seqviz.models.seq2seq import Shape, TranslationNet
from seqviz.runs.events import Diverged, Event, Finished, Metrics, Note, Progress, Snapshot
from seqviz.runs.stopwatch import Stopwatch
from seqviz.text.padding import buckets, pad

SAMPLES = 6  # validation pairs written out after each epoch
MOST_MEASURED = 400  # validation pairs measured after each epoch
MOST_SNAPSHOTS = 12
MEASURING_BATCH = 200


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
    training = TranslationTraining(experiment, encoded)
    yield from training.look()
    every = math.ceil((experiment.num_epochs + 1) / MOST_SNAPSHOTS)
    for epoch in range(1, experiment.num_epochs + 1):
        yield from training.epoch()
        yield from training.look()
        if epoch % every == 0:
            yield Snapshot(training.step, epoch, training.weights())
    extras = {"source_vocabulary": encoded.source_vocabulary, "target_vocabulary": encoded.target_vocabulary}
    units = {"source_unit": encoded.pairs.source_unit, "target_unit": encoded.pairs.target_unit}
    yield Finished(training.summary(), training.weights(), extras | units)


class TranslationTraining:
    """One encoder-decoder net being trained.

    Args:
        experiment: the settings.
        encoded: the pairs.
        arm: which of a comparison's nets this is.
    """

    def __init__(self, experiment: TranslationExperiment, encoded: EncodedPairs, arm: str = "") -> None:
        self.experiment, self.encoded, self.arm = experiment, encoded, arm
        torch.manual_seed(experiment.seed)
        self.net = build_net(experiment, len(encoded.source_vocabulary), len(encoded.target_vocabulary))
        self.optimizer = torch.optim.Adam(self.net.parameters(), lr=experiment.learning_rate, fused=True)
        self.order = np.random.default_rng(experiment.seed)
        self.coin = np.random.default_rng(experiment.seed + 1)
        self.sources = encoded.sources(encoded.pairs.train)
        self.targets = encoded.targets(encoded.pairs.train)
        self.lengths = np.array([len(ids) for ids in self.sources])
        self.steps_per_epoch = math.ceil(len(self.sources) / experiment.batch_size)
        self.step = 0
        self.stopwatch = Stopwatch()
        self.validation = encoded.pairs.validation[:MOST_MEASURED]
        self.right = np.zeros(0, bool)
        self.loss = math.nan

    def epoch(self) -> Iterator[Event]:
        """Train for one epoch."""
        losses = []
        report_every = max(1, self.steps_per_epoch // 4)
        for chosen in buckets(self.lengths, self.experiment.batch_size, self.order):
            losses.append(self.train_step(chosen))
            if self.step % report_every == 0:
                loss, norm = np.mean(losses, axis=0)
                losses.clear()
                yield self._metrics(train_loss=float(loss), gradient_norm=float(norm))
                yield self._progress()

    def train_step(self, chosen: np.ndarray) -> tuple[float, float]:
        """Make one step on some pairs; return loss and gradient norm."""
        with self.stopwatch.running():
            return self._train_step(chosen)

    def _train_step(self, chosen: np.ndarray) -> tuple[float, float]:
        batch = self._batch([self.sources[k] for k in chosen], [self.targets[k] for k in chosen])
        forced = self.coin.random() < self.experiment.teacher_forcing
        loss = self.net.loss(*batch) if forced else self.net.free_running_loss(*batch)
        self.optimizer.zero_grad()
        loss.backward()
        norm = nn.utils.clip_grad_norm_(self.net.parameters(), self.experiment.clip_norm or math.inf)
        if not (math.isfinite(loss.item()) and math.isfinite(norm.item())):
            raise Diverged(
                f"At step {self.step + 1} the loss or the gradient was no longer a number. Try a smaller "
                f"learning rate than {self.experiment.learning_rate:g}, or clip the gradient (clip_norm 1)."
            )
        self.optimizer.step()
        self.step += 1
        return loss.item(), norm.item()

    def look(self) -> Iterator[Event]:
        """Measure on the validation part and write some of it out."""
        written = self.measure()
        yield self._metrics(validation_loss=self.loss, exact_match=float(self.right.mean()))
        unit = self.encoded.pairs.target_unit
        samples = [
            {
                "source": joined(pair.source, self.encoded.pairs.source_unit),
                "target": joined(pair.target, unit),
                "written": joined(tokens, unit),
            }
            for pair, tokens in zip(self.validation[:SAMPLES], written, strict=False)
        ]
        yield Note("sample", {"epoch": self.step // self.steps_per_epoch, "pairs": samples})

    @torch.no_grad()
    def measure(self) -> list[tuple[str, ...]]:
        """Write every measured validation pair; keep which are right to the last token, and the loss."""
        written: list[tuple[str, ...]] = []
        nats = 0.0
        for start in range(0, len(self.validation), MEASURING_BATCH):
            part = self.validation[start : start + MEASURING_BATCH]
            batch = self._batch(self.encoded.sources(part), self.encoded.targets(part))
            nats += float(self.net.loss(*batch)) * len(part)
            rows = greedy_batch(self.net, batch[0], batch[1], self.experiment.max_length + 2)
            written += [tuple(self.encoded.target_vocabulary[k] for k in row) for row in rows]
        self.loss = nats / len(self.validation)
        self.right = np.array(
            [tokens == pair.target for tokens, pair in zip(written, self.validation, strict=True)]
        )
        return written

    def measured_by_length(self) -> Metrics:
        """Measure and return the exact matches for each source length."""
        self.measure()
        lengths = np.array([len(pair.source) for pair in self.validation])
        values = {
            f"exact_match_{length}": float(self.right[lengths == length].mean())
            for length in sorted(set(lengths))
        }
        return self._metrics(exact_match=float(self.right.mean()), **values)

    def weights(self) -> dict[str, np.ndarray]:
        """Copy the net's weights out by their state-dict names."""
        return {name: value.numpy().copy() for name, value in self.net.state_dict().items()}

    def summary(self) -> dict[str, Any]:
        """Say in plain data what came out of the last measurement."""
        lengths = np.array([len(pair.source) for pair in self.validation])
        return {
            "loss": self.loss,
            "exact_match": float(self.right.mean()),
            "by_length": {int(n): float(self.right[lengths == n].mean()) for n in sorted(set(lengths))},
            "parameters": sum(p.numel() for p in self.net.parameters()),
            "steps": self.step,
            "epochs": self.step / self.steps_per_epoch,
            **self.stopwatch.summary(),
        }

    def _batch(self, sources: list[np.ndarray], targets: list[np.ndarray]) -> tuple[Tensor, Tensor, Tensor]:
        source_ids, lengths = pad(sources)
        return torch.from_numpy(source_ids), torch.from_numpy(lengths), torch.from_numpy(pad(targets)[0])

    def _metrics(self, **values: float) -> Metrics:
        stopwatch, epoch = self.stopwatch, self.step / self.steps_per_epoch
        return Metrics(self.step, epoch, stopwatch.seconds, values, self.arm, stopwatch.processor_seconds)

    def _progress(self) -> Progress:
        fraction = self.step / (self.steps_per_epoch * self.experiment.num_epochs)
        epoch = min(self.experiment.num_epochs, self.step // self.steps_per_epoch + 1)
        left = self.stopwatch.seconds * (1 / fraction - 1)
        return Progress(fraction, left, f"epoch {epoch} of {self.experiment.num_epochs}")


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
