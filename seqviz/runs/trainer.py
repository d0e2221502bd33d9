"""The trainer: a net's steps, its clock, and what is told of them. Every kind of experiment trains with it."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from seqviz.runs.clipping import Clip
from seqviz.runs.events import Diverged, Event, Metrics, Progress
from seqviz.runs.stopwatch import Stopwatch


def weights_of(net: nn.Module) -> dict[str, np.ndarray]:
    """Copy a net's weights out as NumPy arrays by their state-dict names."""
    return {name: value.detach().cpu().numpy().copy() for name, value in net.state_dict().items()}


class Trainer(ABC):
    """One net being trained, step by step.

    Args:
        net: changed in place.
        optimizer: of the net.
        clip: of the gradient.
        advice: what to try where the training diverges: a sentence.
        arm: which of a comparison's nets this is; "" where there is one only.

    Attributes:
        schedule: of the learning rate over the steps; None where it stays.
        step: steps made so far.
        stopwatch: of the steps alone.
        rows: what each step since the last report measured.
    """

    def __init__(
        self, net: nn.Module, optimizer: torch.optim.Optimizer, clip: Clip, advice: str = "", arm: str = ""
    ) -> None:
        self.net, self.optimizer, self.clip, self.advice, self.arm = net, optimizer, clip, advice, arm
        self.schedule: torch.optim.lr_scheduler.LRScheduler | None = None
        self.step, self.stopwatch = 0, Stopwatch()
        self.rows: list[dict[str, float]] = []

    @abstractmethod
    def loss(self) -> tuple[Tensor, dict[str, float]]:
        """Return the loss of a fresh batch, and further values of it to report."""

    def train_step(self) -> dict[str, float]:
        """Make one step; return `train_loss`, `gradient_norm` (before clipping) and the batch's further values.

        Raises:
            Diverged: if loss or gradient stop being finite.
        """
        with self.stopwatch.running():
            loss, values = self.loss()
            self.optimizer.zero_grad()
            loss.backward()
            row = {"train_loss": loss.item(), "gradient_norm": self.clip(self.net), **values}
            self._refuse_divergence(row)
            self.optimizer.step()
            if self.schedule is not None:
                self.schedule.step()
            self.step += 1
        self.rows.append(row)
        return row

    def _refuse_divergence(self, row: dict[str, float]) -> None:
        for what, name in (("loss", "train_loss"), ("gradient", "gradient_norm")):
            if not math.isfinite(row[name]):
                whose = f"{self.arm}: at" if self.arm else "At"
                raise Diverged(
                    f"{whose} step {self.step + 1} the {what} became {row[name]}. {self.advice}".strip()
                )

    def report(self) -> Metrics:
        """Return the means of what the steps since the last report measured."""
        names = self.rows[0]
        means = {name: float(np.mean([row[name] for row in self.rows])) for name in names}
        self.rows.clear()
        return self.metrics(**means)

    def metrics(self, **values: float) -> Metrics:
        """Return values measured now, with step and times."""
        rounded = {name: float(value) for name, value in values.items()}
        clock, processor = self.stopwatch.seconds, self.stopwatch.processor_seconds
        return Metrics(self.step, self.epoch(), clock, rounded, self.arm, processor)

    def epoch(self) -> float:
        """Return the epochs made so far; where there are none, the steps."""
        return float(self.step)

    def weights(self) -> dict[str, np.ndarray]:
        """Copy the net's weights out by their state-dict names."""
        return weights_of(self.net)

    def num_parameters(self) -> int:
        """Count the numbers that are learned."""
        return sum(p.numel() for p in self.net.parameters())


def advice(learning_rate: float, clip_norm: float) -> str:
    """Say what to try where a training has diverged."""
    clipping = "" if clip_norm else ", or clip the gradient (clip_norm 1)"
    return f"Each step overshot further than the last. Try a smaller learning rate than {learning_rate:g}{clipping}."


class EpochTrainer(Trainer):
    """A trainer that goes over its data several times, and is measured as it goes.

    Args:
        net, optimizer, clip, advice, arm: see `Trainer`.
        steps_per_epoch: of one pass over the data.
        num_epochs: passes.
        time_budget: seconds of training after which it ends; 0 sets no such end.
        expected_seconds: what is told of the time left before the first step; None tells nothing.
    """

    def __init__(
        self,
        net: nn.Module,
        optimizer: torch.optim.Optimizer,
        clip: Clip,
        advice: str,
        *,
        steps_per_epoch: int,
        num_epochs: int,
        time_budget: float = 0.0,
        expected_seconds: float | None = None,
        arm: str = "",
    ) -> None:
        super().__init__(net, optimizer, clip, advice, arm)
        self.steps_per_epoch, self.num_epochs = steps_per_epoch, num_epochs
        self.total_steps = steps_per_epoch * num_epochs
        self.time_budget, self.expected_seconds = time_budget, expected_seconds

    @abstractmethod
    def measure(self) -> Iterator[Event]:
        """Measure the net as it is now, and tell."""

    def run(self, report_every: int, measure_every: int) -> Iterator[Event]:
        """Train to the last epoch or the end of the time budget, telling how it goes.

        Args:
            report_every: steps from one report of the training batches to the next.
            measure_every: steps from one measurement to the next; the beginning and the end are measured too.
        """
        yield from self.measure()
        while not self.is_over():
            self.train_step()
            if self.step % report_every == 0 or self.is_over():
                yield self.report()
            if self.step % measure_every == 0 or self.is_over():
                yield from self.measure()
            yield self.progress()

    def is_over(self) -> bool:
        """Tell whether the last step has been made or the time is used up."""
        return self.step >= self.total_steps or self._out_of_time()

    def _out_of_time(self) -> bool:
        return 0 < self.time_budget <= self.stopwatch.seconds

    def epoch(self) -> float:
        """Return the epochs made so far, fractional."""
        return self.step / self.steps_per_epoch

    def progress(self) -> Progress:
        """Tell how far the training is: by its steps, or by its time budget where that ends it sooner."""
        fraction = self.step / self.total_steps
        seconds = self.stopwatch.seconds
        left = seconds * (1 / fraction - 1) if self.step else self.expected_seconds
        if self.time_budget and left is not None:
            fraction = max(fraction, min(1.0, seconds / self.time_budget))
            left = min(left, max(0.0, self.time_budget - seconds))
        epoch = min(self.num_epochs, self.step // self.steps_per_epoch + 1)
        return Progress(fraction, left, f"epoch {epoch} of {self.num_epochs}")

    def summary(self) -> dict[str, Any]:
        """Say in plain data what the training took."""
        early = self._out_of_time() and self.step < self.total_steps
        return {
            **self.stopwatch.summary(),
            "steps": self.step,
            "epochs": round(self.epoch(), 3),
            "ended_by": "time budget" if early else "epochs",
            "parameters": self.num_parameters(),
        }
