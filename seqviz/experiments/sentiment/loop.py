"""The training loop: one net, step by step, telling how it goes."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.evaluation import Evaluation, evaluate_in_batches
from seqviz.experiments.sentiment.optimization import make_optimizer, make_schedule
from seqviz.models.sentiment import SentimentNet
from seqviz.runs.encoding import EncodedCorpus
from seqviz.runs.events import Diverged, Event, Metrics, Progress, Snapshot
from seqviz.runs.stopwatch import Stopwatch
from seqviz.text.padding import buckets, pad

POINTS_ON_THE_CURVE = 160  # training metrics a run, at most; more cannot be told apart on a screen
VALIDATIONS = 12  # measurements on the validation part a run, about; each costs a pass over it
SNAPSHOT_BYTES = 24 * 2**20  # of all snapshots of a run together


def weights_of(net: nn.Module) -> dict[str, np.ndarray]:
    """Copy a net's weights out as NumPy arrays by their state-dict names."""
    return {name: value.detach().cpu().numpy().copy() for name, value in net.state_dict().items()}


def telling(
    batches: Generator[float, None, Evaluation], progress: Progress
) -> Generator[Event, None, Evaluation]:
    """Turn the batches of an evaluation into events, so that the run hears a pause between any two of them."""
    while True:
        try:
            next(batches)
        except StopIteration as end:
            return end.value
        yield progress


class Training:
    """One net being trained: the steps, the clock, and what is told of them.

    Args:
        experiment: the settings.
        net: the net, changed in place.
        encoded: the corpus as ids.
    """

    def __init__(self, experiment: SentimentExperiment, net: SentimentNet, encoded: EncodedCorpus) -> None:
        self.experiment = experiment
        self.net = net
        self.texts = encoded.train.trimmed(experiment.max_length, experiment.keep)
        self.validation = encoded.validation.trimmed(experiment.max_length, experiment.keep)
        self.order = np.random.default_rng(experiment.seed)
        self.steps_per_epoch = math.ceil(len(self.texts.labels) / experiment.batch_size)
        self.total_steps = self.steps_per_epoch * experiment.num_epochs
        self.optimizer = make_optimizer(experiment, net)
        self.schedule = make_schedule(experiment, self.optimizer, self.total_steps)
        self.step = 0
        self.stopwatch = Stopwatch()
        self.since_report: list[tuple[float, float, float]] = []

    def run(self) -> Iterator[Event]:
        """Train to the last epoch or the end of the time budget, telling how it goes."""
        yield from self._validate()
        report_every = max(1, self.total_steps // POINTS_ON_THE_CURVE)
        validate_every = max(1, self.total_steps // VALIDATIONS)
        for chosen in self._batches():
            with self.stopwatch.running():
                self.since_report.append(self._train_on(chosen))
            if self.step % report_every == 0 or self.is_over():
                yield self._report()
            if self.step % validate_every == 0 or self.is_over():
                yield from self._validate()
            yield self._progress()
            if self.is_over():
                return

    def is_over(self) -> bool:
        """Tell whether the last step has been made or the time is used up."""
        return self.step >= self.total_steps or self._out_of_time()

    def summary(self) -> dict[str, Any]:
        """Say in plain data what the training took."""
        return {
            **self.stopwatch.summary(),
            "steps": self.step,
            "epochs": round(self.step / self.steps_per_epoch, 3),
            "ended_by": "time budget" if self._out_of_time() and self.step < self.total_steps else "epochs",
            "parameters": sum(p.numel() for p in self.net.parameters()),
        }

    def _out_of_time(self) -> bool:
        return 0 < self.experiment.time_budget <= self.stopwatch.seconds

    def _batches(self) -> Iterator[np.ndarray]:
        lengths = np.array([len(ids) for ids in self.texts.token_ids])
        for _ in range(self.experiment.num_epochs):
            yield from buckets(lengths, self.experiment.batch_size, self.order)

    def _train_on(self, chosen: np.ndarray) -> tuple[float, float, float]:
        """Make one step; return the batch's loss, accuracy and gradient norm."""
        token_ids, lengths = pad([self.texts.token_ids[k] for k in chosen])
        labels = torch.from_numpy(self.texts.labels[chosen])
        logits = self.net(torch.from_numpy(token_ids), torch.from_numpy(lengths))
        loss = binary_cross_entropy_with_logits(logits, labels)
        self.optimizer.zero_grad()
        loss.backward()
        norm = nn.utils.clip_grad_norm_(self.net.parameters(), self.experiment.clip_norm or math.inf)
        self._refuse_divergence(loss.item(), norm.item())
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        accuracy = ((logits > 0) == (labels > 0.5)).float().mean().item()
        return loss.item(), accuracy, norm.item()

    def _refuse_divergence(self, loss: float, gradient_norm: float) -> None:
        if math.isfinite(loss) and math.isfinite(gradient_norm):
            return
        what, value = ("gradient", gradient_norm) if math.isfinite(loss) else ("loss", loss)
        clipping = "" if self.experiment.clip_norm else ", or clip the gradient (clip_norm 1)"
        raise Diverged(
            f"At step {self.step + 1} the {what} became {value}: each step overshot further than the last. "
            f"Try a smaller learning rate than {self.experiment.learning_rate:g}{clipping}."
        )

    def _report(self) -> Metrics:
        loss, accuracy, norm = np.mean(self.since_report, axis=0)
        self.since_report.clear()
        return self._metrics(train_loss=loss, train_accuracy=accuracy, gradient_norm=norm)

    def _validate(self) -> Iterator[Event]:
        batches = evaluate_in_batches(self.net, self.validation)
        measured = yield from telling(batches, self._progress())
        if not np.isfinite(measured.positive).all():
            raise Diverged(
                f"After step {self.step} the net answers with no number at all (NaN). "
                f"Try a smaller learning rate than {self.experiment.learning_rate:g}."
            )
        yield self._metrics(validation_loss=measured.loss, validation_accuracy=measured.accuracy)
        if self._is_snapshot_due():
            yield Snapshot(self.step, self.step / self.steps_per_epoch, weights_of(self.net))

    def _is_snapshot_due(self) -> bool:
        """Spread the snapshots that the bound on bytes allows; the first and the last always count."""
        size = sum(p.numel() * p.element_size() for p in self.net.parameters())
        allowed = max(2, SNAPSHOT_BYTES // size)
        every = math.ceil((VALIDATIONS + 1) / (allowed - 1))
        return self.is_over() or (self.step // max(1, self.total_steps // VALIDATIONS)) % every == 0

    def _metrics(self, **values: float) -> Metrics:
        rounded = {name: float(value) for name, value in values.items()}
        return Metrics(
            self.step,
            self.step / self.steps_per_epoch,
            self.stopwatch.seconds,
            rounded,
            processor_seconds=self.stopwatch.processor_seconds,
        )

    def _progress(self) -> Progress:
        fraction = self.step / self.total_steps
        left = (
            self.stopwatch.seconds * (1 / fraction - 1) if self.step else self.experiment.expected_seconds()
        )
        if self.experiment.time_budget:
            fraction = max(fraction, min(1.0, self.stopwatch.seconds / self.experiment.time_budget))
            left = min(left, max(0.0, self.experiment.time_budget - self.stopwatch.seconds))
        epoch = min(self.experiment.num_epochs, self.step // self.steps_per_epoch + 1)
        return Progress(fraction, left, f"epoch {epoch} of {self.experiment.num_epochs}")
