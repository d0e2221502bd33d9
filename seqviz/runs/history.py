"""The metrics of a run as columns, ready to be drawn."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from seqviz.runs.events import Metrics


@dataclass(frozen=True)
class Series:
    """One metric of one arm as it went.

    Attributes:
        steps: (num_points,) optimiser steps.
        epochs: (num_points,) epochs, fractional.
        seconds: (num_points,) training seconds by the clock.
        processor_seconds: (num_points,) of computing, NaN where only the clock was read.
        values: (num_points,) the metric.
    """

    steps: np.ndarray
    epochs: np.ndarray
    seconds: np.ndarray
    processor_seconds: np.ndarray
    values: np.ndarray


@dataclass
class History:
    """All metrics of a run, filled as events come in."""

    _points: dict[tuple[str, str], list[tuple[float, ...]]] = field(default_factory=dict)

    def add(self, events: Iterable[Metrics]) -> None:
        """Take in further metrics, in the order in which they were measured."""
        for event in events:
            computed = math.nan if event.processor_seconds is None else event.processor_seconds
            for name, value in event.values.items():
                point = (event.step, event.epoch, event.seconds, computed, value)
                self._points.setdefault((event.arm, name), []).append(point)

    def series(self, name: str, arm: str = "") -> Series:
        """Return one metric; empty arrays where it has not been measured yet."""
        points = np.array(self._points.get((arm, name), []), dtype=float).reshape(-1, 5)
        return Series(*points.T)

    def latest(self, name: str, arm: str = "") -> float | None:
        """Return the last value of a metric, or None."""
        points = self._points.get((arm, name))
        return points[-1][-1] if points else None

    @property
    def names(self) -> tuple[str, ...]:
        """The metrics measured so far, each once."""
        return tuple(dict.fromkeys(name for _, name in self._points))

    @property
    def arms(self) -> tuple[str, ...]:
        """The arms of a comparison seen so far, each once."""
        return tuple(dict.fromkeys(arm for arm, _ in self._points))
