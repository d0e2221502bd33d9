"""A language model from the text to the finished, measured net, as a generator of events."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import Tensor

from seqviz.corpora.prose import Prose, load_prose
from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.language_model.encoding import EncodedProse, encode_prose, windows
from seqviz.experiments.language_model.verbatim_shares import shares_by_temperature
from seqviz.models.language import LanguageNet, nats
from seqviz.models.numpy_inference import NetStepper
from seqviz.models.sampling import SamplingRule, draw
from seqviz.runs.clipping import clip_by_norm
from seqviz.runs.events import Diverged, Event, Extras, Finished, Note, Progress, Snapshot
from seqviz.runs.schedules import learning_rate_schedule
from seqviz.runs.trainer import EpochTrainer, advice
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
        Progress, Metrics, a `Note("sample", …)` before the first epoch and after each, Snapshots, at the end a
        `Note("memorised", …)`, Finished.

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
    extras = _extras(experiment, encoded)
    yield Extras(extras)
    torch.manual_seed(experiment.seed)
    training = LanguageTraining(experiment, build_net(experiment, len(encoded.vocabulary)), encoded)
    yield from training.events()
    yield Note("memorised", training.memorised(prose.train))
    yield Finished(training.summary() | counted, training.weights(), extras)


class LanguageTraining(EpochTrainer):
    """One language model being trained.

    Args:
        experiment: the settings.
        net: changed in place.
        encoded: the text.
    """

    net: LanguageNet

    def __init__(self, experiment: LanguageModelExperiment, net: LanguageNet, encoded: EncodedProse) -> None:
        self.experiment, self.encoded = experiment, encoded
        self.places = torch.Generator().manual_seed(experiment.seed)
        length = min(experiment.sequence_length, len(encoded.train) - 1)
        super().__init__(
            net,
            torch.optim.Adam(net.parameters(), lr=experiment.learning_rate, fused=True),
            clip_by_norm(experiment.clip_norm),
            advice(experiment.learning_rate, experiment.clip_norm),
            steps_per_epoch=max(1, round(len(encoded.train) / (length * experiment.batch_size))),
            num_epochs=experiment.num_epochs,
        )
        self.schedule = learning_rate_schedule(experiment.schedule, self.optimizer, self.total_steps)
        self.validation_nats = math.nan

    def events(self) -> Iterator[Event]:
        """Train, and tell."""
        return self.run(max(1, self.steps_per_epoch // REPORTS_PER_EPOCH), self.steps_per_epoch)

    def loss(self) -> tuple[Tensor, dict[str, float]]:
        """Return the loss of fresh windows of the text, in nats for each symbol."""
        e = self.experiment
        return self.net.loss(windows(self.encoded.train, e.sequence_length, e.batch_size, self.places)), {}

    def measure(self) -> Iterator[Event]:
        """Measure on the validation part, write a sample, keep the weights."""
        self.validation_nats = nats(self.net, self.encoded.validation)
        if not math.isfinite(self.validation_nats):
            raise Diverged(f"After step {self.step} the net predicts with no number at all (NaN).")
        yield self.metrics(validation_loss=self._loss(), bits_per_character=self._bits())
        epoch = self.step // self.steps_per_epoch
        yield Note("sample", {"epoch": epoch, "text": self._sample()})
        if epoch % math.ceil((self.num_epochs + 1) / MOST_SNAPSHOTS) == 0:
            yield Snapshot(self.step, epoch, self.weights())

    def summary(self) -> dict[str, Any]:
        """Say in plain data what came out."""
        return super().summary() | {
            "loss": self._loss(),
            "perplexity": math.exp(min(700.0, self._loss())),
            "bits_per_character": self._bits(),
            "vocabulary": len(self.encoded.vocabulary),
        }

    def _loss(self) -> float:
        return self.validation_nats / (len(self.encoded.validation) - 1)

    def memorised(self, training: str) -> dict[str, Any]:
        """Measure how much of what the net writes stands in the training text; see `shares_by_temperature`."""
        e, stepper = self.experiment, NetStepper(self.experiment.cell, self.weights())
        return shares_by_temperature(
            stepper, self.encoded.vocabulary, self._start(), training, e.unit, e.seed
        )

    def _start(self) -> list[int]:
        """What is before a text begins: the end of a line."""
        vocabulary = self.encoded.vocabulary
        return [int(vocabulary.ids(["\n"])[0]) if "\n" in vocabulary else int(self.encoded.train[0])]

    def _sample(self) -> str:
        stepper, start = NetStepper(self.experiment.cell, self.weights()), self._start()
        length = SAMPLE_LENGTH[self.experiment.unit]
        drawn = draw(stepper, start, length, SAMPLE_RULE, self.experiment.seed, (PADDING, UNKNOWN))
        return "".join(self.encoded.vocabulary.tokens_of(start + drawn)).lstrip("\n")

    def _bits(self) -> float:
        return bits_per_character(self.validation_nats, self.encoded.validation_characters)


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
