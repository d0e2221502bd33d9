"""A finished run as a reading sees it."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from seqviz.claims.claim import Reading
from seqviz.runs.events import Metrics, Note
from seqviz.runs.store.store import Store


class NoValue(Exception):
    """A run that holds no value for an arm.

    Attributes:
        state: why, in a word: "diverged".
    """

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


@dataclass(frozen=True)
class Outcome:
    """A finished run; what is large is loaded when it is asked for.

    Attributes:
        store: that keeps it.
        run_id: its id there.
        config: the experiment's fields as plain JSON data.
        result: what came out.
    """

    store: Store
    run_id: str
    config: Mapping[str, Any]
    result: Mapping[str, Any]

    @cached_property
    def _events(self) -> list[Metrics | Note]:
        return [stored.event for stored in self.store.events(self.run_id)]

    @property
    def metrics(self) -> list[Metrics]:
        """What was measured, in order."""
        return [event for event in self._events if isinstance(event, Metrics)]

    def about(self, topic: str) -> list[dict[str, Any]]:
        """Return the contents of the notes on a topic, in order."""
        return [event.content for event in self._events if isinstance(event, Note) and event.topic == topic]

    @cached_property
    def weights(self) -> dict[str, np.ndarray]:
        """The final weights by name."""
        return self.store.weights(self.run_id)

    @cached_property
    def extras(self) -> dict[str, Any]:
        """What is needed beside the weights to use them."""
        return self.store.extras(self.run_id)


def read(reading: Reading, outcome: Outcome | None) -> float:
    """Return the value of an arm.

    Args:
        reading: where it stands.
        outcome: the finished run; None where a formula suffices.

    Raises:
        NoValue: if the run holds none.
    """
    module, name = reading.function.split(":")
    function: Callable[..., float] = getattr(importlib.import_module(module), name)
    value = float(function(outcome, **reading.arguments) if outcome else function(**reading.arguments))
    if not np.isfinite(value):
        raise NoValue("diverged")
    return value


def result_value(outcome: Outcome, path: tuple[str, ...]) -> float:
    """Return a number of a run's result by the names that lead to it.

    Raises:
        NoValue: if an arm of the run diverged before it was measured.
    """
    value: Any = outcome.result
    for name in path:
        if name not in value:
            raise NoValue("diverged")
        value = value[name]
    return float(value)
