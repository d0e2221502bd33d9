"""An experiment is a frozen config, and everything else is built around that; `registry.train` turns it into events."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar, Protocol, TypeVar, runtime_checkable


class ConfigError(ValueError):
    """A setting out of bounds; the message says what was needed and what came."""


@dataclass(frozen=True)
class JudgedBy:
    """The measure that runs of a kind are judged by.

    Attributes:
        metric: its name among `Metrics`; "" where a run measures it at its end only.
        result: its name in the result.
        unit: "share", "loss", or what is written behind the number; "" where nothing is.
    """

    metric: str = ""
    result: str = ""
    unit: str = ""


@runtime_checkable
class Experiment(Protocol):
    """What the store, the runner, the page, the URL and the command line know of an experiment.

    Attributes:
        kind: its name in the store and on the command line ("sentiment").
        version: raised by hand when the same config gives other results than before.

    It may also say how its runs are named, `name_parts`, a static method from a stored config to strings, and what
    they are judged by, `judged_by`.
    """

    kind: ClassVar[str]
    version: ClassVar[int]

    def expected_seconds(self) -> float:
        """Estimate the seconds of one core that `run` takes."""
        ...

    def is_private(self) -> bool:
        """Tell whether the config holds or points at a person's own text."""
        ...


def to_config(experiment: Experiment) -> dict[str, Any]:
    """Return the experiment's fields as plain JSON data (tuples become lists)."""
    return json.loads(json.dumps(asdict(experiment)))  # type: ignore[call-overload]


E = TypeVar("E")


def from_config(cls: type[E], config: dict[str, Any]) -> E:
    """Build an experiment from plain JSON data.

    Raises:
        ConfigError: on a field the experiment does not have, or a value out of bounds.
    """
    known = {f.name for f in fields(cls)}  # type: ignore[arg-type]
    unknown = sorted(set(config) - known)
    if unknown:
        raise ConfigError(f"No setting is called {', '.join(unknown)}; there are {', '.join(sorted(known))}.")
    values = {k: tuple(v) if isinstance(v, list) else v for k, v in config.items()}
    return cls(**values)
