"""The kinds of experiment there are: each is one declaration, and its parts are loaded when they are asked for."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from seqviz.runs.events import Event
from seqviz.runs.experiment import ConfigError, Experiment, JudgedBy, from_config

#: The module whose `KINDS` are known; by its name, for what all trainings share knows no experiment.
DECLARED_IN = "seqviz.experiments.kinds"


@dataclass(frozen=True)
class RealData:
    """Settings of a run that comes with the app and has learned from data that the repository does not hold.

    Attributes:
        settings: those that differ from the defaults, as the run keeps and tells them.
        file: the data, below the folder that SEQVIZ_TEST_DATA names.
        field: the setting that names the file while the run is made; "" where the data go by a name.
        variable: the environment variable that says where the data of that name are; "" where a setting does.
    """

    settings: Mapping[str, Any]
    file: str
    field: str = ""
    variable: str = ""


@dataclass(frozen=True)
class Kind:
    """One kind of experiment. A part is named as "module:name".

    Attributes:
        name: in the store, in addresses and on the command line.
        summary: what it trains or compares, for the command line.
        config: the class of its settings; it loads no torch.
        train: the function from an experiment to its events.
        command: the command that runs it.
        trained: the class that makes its nets ready to use, by `from_run(config, extras, weights)`; None where a
            run keeps no net.
        keeps_bare_weights: whether a run keeps weights although no class makes its nets ready to use.
        code: the `Writer` of its code to take home; None only of a kind that whoever starts the server has added.
        bundled: the runs that come with the app: a file's name -> the settings that differ from the defaults.
        claims: what the pictures of those runs show: a file's name -> its `PictureClaim`.
        pretrained: those that come with the app and were made from real data: a file's name -> what it takes.
    """

    name: str
    summary: str
    config: str
    train: str
    command: str = "compare"
    trained: str | None = None
    keeps_bare_weights: bool = False
    code: str | None = None
    bundled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    claims: Mapping[str, str] = field(default_factory=dict)
    pretrained: Mapping[str, RealData] = field(default_factory=dict)

    @property
    def keeps_weights(self) -> bool:
        """Whether a run keeps what was learned, and not only what was measured."""
        return self.trained is not None or self.keeps_bare_weights


def known_kinds() -> dict[str, Kind]:
    """Return the kinds by name: those of the app, and what whoever starts the server adds in SEQVIZ_EXPERIMENTS.

    That variable holds `kind=module:class`, several parted by commas; the module's function `train` runs it. It is
    how a test or a plug-in brings an experiment of its own into the worker processes.
    """
    added = os.environ.get("SEQVIZ_EXPERIMENTS", "")
    entries = (entry.split("=", 1) for entry in added.split(",") if "=" in entry)
    return _declared() | {name: _added(name, config) for name, config in entries}


@cache
def _declared() -> dict[str, Kind]:
    return {kind.name: kind for kind in importlib.import_module(DECLARED_IN).KINDS}


def _added(name: str, config: str) -> Kind:
    return Kind(name, f"added: {config}", config, f"{config.split(':')[0]}:train")


def kind_named(name: str) -> Kind:
    """Return a kind of experiment.

    Raises:
        ConfigError: if there is no such kind.
    """
    kinds = known_kinds()
    if name not in kinds:
        raise ConfigError(f"No experiment is called {name!r}; there are {', '.join(sorted(kinds))}.")
    return kinds[name]


def load(part: str) -> Any:
    """Return what "module:name" stands for."""
    module, name = part.split(":")
    return getattr(importlib.import_module(module), name)


def experiment_class(name: str) -> type[Experiment]:
    """Return the class of a kind's settings.

    Raises:
        ConfigError: if there is no such kind.
    """
    found: type[Experiment] = load(kind_named(name).config)
    return found


def build(name: str, config: Mapping[str, Any]) -> Experiment:
    """Build an experiment from its kind and plain JSON data.

    Raises:
        ConfigError: on an unknown kind or setting, or a value out of bounds.
    """
    return from_config(experiment_class(name), dict(config))


def train(experiment: Experiment) -> Iterator[Event]:
    """Do an experiment's work. Leaving the iterator stops it; the last event is `Finished`."""
    events: Iterator[Event] = load(kind_named(experiment.kind).train)(experiment)
    return events


def judged_by(kind: str) -> JudgedBy:
    """Return the measure that runs of a kind are judged by, one without a name where the kind declares none."""
    cls = experiment_class(kind) if kind in known_kinds() else None
    return getattr(cls, "judged_by", JudgedBy())
