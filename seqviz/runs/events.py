"""What an experiment tells while it runs. Core code never reports progress: it yields these."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Progress:
    """How far the work is.

    Attributes:
        fraction: 0 to 1.
        seconds_left: an estimate, or None while there is none.
        message: what is being done now, for people ("epoch 2 of 4").
    """

    fraction: float
    seconds_left: float | None
    message: str


@dataclass(frozen=True)
class Metrics:
    """Measured values at one moment of one arm of the experiment.

    Attributes:
        step: optimiser steps so far.
        epoch: epochs so far, fractional.
        seconds: training seconds so far by the clock (evaluation and waiting not counted).
        values: metric name -> value, for example {"train_loss": 0.4}; only finite numbers.
        arm: which of a comparison's runs this is; "" where there is one only.
        processor_seconds: that the training has computed so far, or None where only the clock was read.
    """

    step: int
    epoch: float
    seconds: float
    values: dict[str, float]
    arm: str = ""
    processor_seconds: float | None = None


@dataclass(frozen=True)
class Snapshot:
    """The weights at one moment, for the training time machine."""

    step: int
    epoch: float
    weights: dict[str, np.ndarray]
    arm: str = ""


@dataclass(frozen=True)
class Note:
    """Anything else worth keeping as the run goes: a sample of text, a warning.

    Attributes:
        topic: what kind of note ("corpus", "sample").
        content: plain JSON data.
    """

    topic: str
    content: dict[str, Any]


@dataclass(frozen=True)
class Extras:
    """What is needed to use the weights while the run still trains, or after it was stopped.

    Attributes:
        content: plain JSON data (the vocabulary, say); `Finished` carries the same.
    """

    content: dict[str, Any]


@dataclass(frozen=True)
class Finished:
    """The last event: what came out.

    Attributes:
        result: plain JSON data (accuracy, parameters, confusion …).
        weights: the final weights by their state-dict names.
        extras: plain JSON data needed to use the weights again (the vocabulary, say).
    """

    result: dict[str, Any]
    weights: dict[str, np.ndarray]
    extras: dict[str, Any] = field(default_factory=dict)


Event = Progress | Metrics | Snapshot | Note | Extras | Finished


class Diverged(ArithmeticError):
    """Raised when loss or weights are no longer finite; the message explains it to people."""
