"""An experiment that only counts: it stands for a training where runs, not nets, are tested."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from seqviz.runs.events import Diverged, Event, Extras, Finished, Metrics, Progress, Snapshot
from seqviz.runs.experiment import ConfigError

REGISTERED = "counting=tests.runs.counting:CountingExperiment"


@dataclass(frozen=True)
class CountingExperiment:
    steps: int = 3
    seconds_a_step: float = 0.0
    trouble: str = ""
    expects: float = 1.0
    private: bool = False
    corpus: str = "none"
    kind: ClassVar[str] = "counting"
    version: ClassVar[int] = 1

    def __post_init__(self) -> None:
        if self.steps < 1:
            raise ConfigError(f"The setting steps needs a number of 1 or more, not {self.steps}.")

    def get_into_trouble(self) -> None:
        if self.trouble == "diverges":
            raise Diverged("The loss became NaN at step 3.")
        if self.trouble == "breaks":
            raise KeyError("an inner secret")
        if self.trouble == "sleeps":
            for _ in range(1_000):
                time.sleep(0.05)
        if self.trouble == "eats memory":
            bytearray(2**40)

    def result(self) -> dict[str, Any]:
        budget = {"ended_by": "time budget"} if self.trouble == "runs out of time" else {}
        return {"accuracy": np.float64(0.5), "epochs": self.steps, "parameters": 1, "seconds": 0.1} | budget

    def expected_seconds(self) -> float:
        return self.expects

    def is_private(self) -> bool:
        return self.private


def train(experiment: CountingExperiment) -> Iterator[Event]:
    yield Extras({"vocabulary": ["<pad>", "<unk>", "one"]})
    for step in range(1, experiment.steps + 1):
        time.sleep(experiment.seconds_a_step)
        yield Progress(step / experiment.steps, None, f"step {step}")
        yield Metrics(step, step / experiment.steps, float(step), {"train_loss": 1 / step})
        yield Snapshot(step, step / experiment.steps, {"count": np.array([step], np.float32)})
    experiment.get_into_trouble()
    yield Finished(experiment.result(), {"count": np.array([experiment.steps], np.float32)})
