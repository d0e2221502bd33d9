"""The training loop of a language model, as a generator of events."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import nn

from seqviz.corpora.prose import Prose, load_prose
from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.language_model.encoding import EncodedProse, encode_prose, windows
from seqviz.models.language import LanguageNet, nats
from seqviz.models.numpy_inference import NetStepper
from seqviz.models.sampling import SamplingRule, draw
from seqviz.runs.events import Diverged, Event, Finished, Metrics, Note, Progress, Snapshot
from seqviz.runs.stopwatch import Stopwatch
from seqviz.text.ngrams import NgramModel
from seqviz.text.pieces import bits_per_character
from seqviz.text.vocabulary import PADDING, UNKNOWN

SAMPLE_LENGTH = {"characters": 240, "words": 60}
SAMPLE_RULE = SamplingRule(temperature=0.8)
REPORTS_PER_EPOCH = 8
MOST_SNAPSHOTS = 12


def build_net(experiment: LanguageModelExperiment, vocabulary_size: int) -> LanguageNet:
    """Build the untrained net of an experiment; the global torch seed decides its weights."""
    return LanguageNet(
        vocabulary_size,
        experiment.embedding_dim,
        experiment.cell,
        experiment.hidden_sizes,
        experiment.dropout,
    )


def fit_language_model(experiment: LanguageModelExperiment) -> Iterator[Event]:
    """Train the experiment's net.

    Yields:
        Progress, Metrics, a `Note("sample", …)` before the first epoch and after each, Snapshots, Finished.

    Raises:
        CorpusError: if the text cannot be had or is too short.
        Diverged: if the loss stops being finite.
    """
    yield Progress(0.0, None, "reading the text")
    prose = load_prose(experiment.corpus)
    encoded = encode_prose(prose, experiment.unit, experiment.vocabulary_size)
    yield Note("corpus", _describe(prose, encoded))
    yield Progress(0.0, None, "counting n-grams")
    counted = _measure_ngrams(experiment, encoded)
    yield Note("ngrams", counted)
    torch.manual_seed(experiment.seed)
    training = LanguageTraining(experiment, build_net(experiment, len(encoded.vocabulary)), encoded)
    yield from training.run()
    yield Finished(training.summary() | counted, training.weights(), _extras(experiment, encoded))


class LanguageTraining:
    """One language model being trained.

    Args:
        experiment: the settings.
        net: changed in place.
        encoded: the text.
    """

    def __init__(self, experiment: LanguageModelExperiment, net: LanguageNet, encoded: EncodedProse) -> None:
        self.experiment, self.net, self.encoded = experiment, net, encoded
        self.parameters = list(net.parameters())
        self.optimizer = torch.optim.Adam(self.parameters, lr=experiment.learning_rate, fused=True)
        self.places = torch.Generator().manual_seed(experiment.seed)
        length = min(experiment.sequence_length, len(encoded.train) - 1)
        self.steps_per_epoch = max(1, round(len(encoded.train) / (length * experiment.batch_size)))
        self.total_steps = self.steps_per_epoch * experiment.num_epochs
        self.step = 0
        self.stopwatch = Stopwatch()
        self.validation_nats = math.nan

    def run(self) -> Iterator[Event]:
        """Train to the last epoch."""
        yield from self._look()
        report_every = max(1, self.steps_per_epoch // REPORTS_PER_EPOCH)
        losses: list[tuple[float, float]] = []
        while self.step < self.total_steps:
            losses.append(self.train_step())
            if self.step % report_every == 0 or self.step == self.total_steps:
                loss, norm = np.mean(losses, axis=0)
                losses.clear()
                yield self._metrics(train_loss=float(loss), gradient_norm=float(norm))
                yield self._progress()
            if self.step % self.steps_per_epoch == 0:
                yield from self._look()

    def train_step(self) -> tuple[float, float]:
        """Make one step; return the loss in nats for each symbol, and the gradient's norm."""
        with self.stopwatch.running():
            return self._train_step()

    def _train_step(self) -> tuple[float, float]:
        experiment = self.experiment
        batch = windows(self.encoded.train, experiment.sequence_length, experiment.batch_size, self.places)
        loss = self.net.loss(batch)
        self.optimizer.zero_grad()
        loss.backward()
        mean, norm = loss.item(), self._clip()
        if not (math.isfinite(mean) and math.isfinite(norm)):
            raise Diverged(
                f"At step {self.step + 1} the loss or the gradient was no longer a number. Try a smaller "
                f"learning rate than {experiment.learning_rate:g}, or clip the gradient (clip_norm 1)."
            )
        self.optimizer.step()
        self.step += 1
        return mean, norm

    def _clip(self) -> float:
        """Shorten the gradient where it is too long; return its norm before. Below the bound nothing is touched."""
        gradients = [p.grad for p in self.parameters if p.grad is not None]
        norm = nn.utils.get_total_norm(gradients)
        length = norm.item()
        if 0 < self.experiment.clip_norm < length:
            nn.utils.clip_grads_with_norm_(self.parameters, self.experiment.clip_norm, norm)
        return length

    def weights(self) -> dict[str, np.ndarray]:
        """Copy the net's weights out by their state-dict names."""
        return {name: value.numpy().copy() for name, value in self.net.state_dict().items()}

    def summary(self) -> dict[str, Any]:
        """Say in plain data what came out."""
        return {
            "loss": self.validation_nats / (len(self.encoded.validation) - 1),
            "perplexity": self._perplexity(),
            "bits_per_character": self._bits(),
            "parameters": sum(p.numel() for p in self.net.parameters()),
            "steps": self.step,
            "epochs": self.step / self.steps_per_epoch,
            **self.stopwatch.summary(),
            "vocabulary": len(self.encoded.vocabulary),
        }

    def _look(self) -> Iterator[Event]:
        """Measure on the validation part, write a sample, keep the weights."""
        self.validation_nats = nats(self.net, self.encoded.validation)
        if not math.isfinite(self.validation_nats):
            raise Diverged(f"After step {self.step} the net predicts with no number at all (NaN).")
        loss = self.validation_nats / (len(self.encoded.validation) - 1)
        yield self._metrics(validation_loss=loss, bits_per_character=self._bits())
        yield Note("sample", {"epoch": self.step // self.steps_per_epoch, "text": self._sample()})
        epoch = self.step // self.steps_per_epoch
        if epoch % math.ceil((self.experiment.num_epochs + 1) / MOST_SNAPSHOTS) == 0:
            yield Snapshot(self.step, epoch, self.weights())

    def _sample(self) -> str:
        vocabulary = self.encoded.vocabulary
        start = [int(vocabulary.ids(["\n"])[0]) if "\n" in vocabulary else int(self.encoded.train[0])]
        stepper = NetStepper(self.experiment.cell, self.weights())
        length = SAMPLE_LENGTH[self.experiment.unit]
        drawn = draw(stepper, start, length, SAMPLE_RULE, self.experiment.seed, (PADDING, UNKNOWN))
        return "".join(vocabulary.tokens_of(start + drawn)).lstrip("\n")

    def _bits(self) -> float:
        return bits_per_character(self.validation_nats, self.encoded.validation_characters)

    def _perplexity(self) -> float:
        return math.exp(min(700.0, self.validation_nats / (len(self.encoded.validation) - 1)))

    def _metrics(self, **values: float) -> Metrics:
        stopwatch = self.stopwatch
        epoch = self.step / self.steps_per_epoch
        return Metrics(
            self.step, epoch, stopwatch.seconds, values, processor_seconds=stopwatch.processor_seconds
        )

    def _progress(self) -> Progress:
        fraction = self.step / self.total_steps
        epoch = min(self.experiment.num_epochs, self.step // self.steps_per_epoch + 1)
        left = self.stopwatch.seconds * (1 / fraction - 1)
        return Progress(fraction, left, f"epoch {epoch} of {self.experiment.num_epochs}")


def _describe(prose: Prose, encoded: EncodedProse) -> dict[str, Any]:
    return {
        "name": prose.name,
        "source": prose.source,
        "train": len(encoded.train),
        "validation": len(encoded.validation),
        "vocabulary": len(encoded.vocabulary),
        "unknown": float(np.mean(encoded.validation == UNKNOWN)),
    }


def _measure_ngrams(experiment: LanguageModelExperiment, encoded: EncodedProse) -> dict[str, Any]:
    """Measure the counting model on the same validation part."""
    model = NgramModel.fit(encoded.train, experiment.ngram_order, len(encoded.vocabulary))
    total = model.nats(encoded.validation)
    return {
        "ngram_order": experiment.ngram_order,
        "ngram_perplexity": math.exp(total / (len(encoded.validation) - 1)),
        "ngram_bits_per_character": bits_per_character(total, encoded.validation_characters),
    }


def _extras(experiment: LanguageModelExperiment, encoded: EncodedProse) -> dict[str, Any]:
    return {"vocabulary": list(encoded.vocabulary.tokens), "unit": experiment.unit}
