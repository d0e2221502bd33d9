"""Controls for the fields of any experiment, their bounds and their help taken from the fields themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

import streamlit as st

from seqviz.runs.bounds import Choice as ChoiceBound
from seqviz.runs.bounds import Range, bound_of, meaning_of
from seqviz.runs.experiment import to_config
from seqviz.ui import controls
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Choice, Flag, Number, Setting

#: Steps of the controls of fields that are not counted one by one.
STEPS: dict[str, float] = {
    "dropout": 0.05,
    "learning_rate": 0.001,
    "clip_norm": 0.5,
    "teacher_forcing": 0.05,
    "noise_power": 0.05,
    "subsample": 0.0005,
    "pseudocount": 0.1,
}


@dataclass(frozen=True)
class ExperimentControls:
    """The controls of one experiment class.

    Attributes:
        experiment: the class; its defaults are the controls', but for `defaults`.
        labels: field -> what its control is called, in the order in which they are drawn.
        most_layers: how many layers can be chosen; 0 where the experiment has no `hidden_sizes`.
        names: field -> how its options are written.
        prefix: put before each setting's name, where a page has the controls of several experiments.
        defaults: field -> where its control starts on this page, if not at the experiment's own default.
    """

    experiment: type[Any]
    labels: Mapping[str, str]
    most_layers: int = 0
    names: Mapping[str, Callable[[str], str]] | None = None
    prefix: str = ""
    defaults: Mapping[str, Any] = field(default_factory=dict)

    def settings(self) -> tuple[Setting, ...]:
        """Return what the address may hold of the experiment."""
        return (*self._layer_settings(), *(self._setting(name) for name in self.labels))

    def values_of(self, experiment: Any) -> dict[str, Any]:
        """Return what each control must hold to build an experiment: control key -> value."""
        config = {name: value for name, value in to_config(experiment).items() if name in self.labels}
        sizes = to_config(experiment).get("hidden_sizes", []) if self.most_layers else []
        layers = {f"units{k + 1}": size for k, size in enumerate(sizes)}
        values = config | layers | ({"layers": len(sizes)} if sizes else {})
        return {f"{self.prefix}{name}": value for name, value in values.items()}

    def are_changed(self) -> bool:
        """Tell whether a person, a task or the address has set any control to other than its default."""
        return any(page_state.value(one) != page_state.default(one) for one in self.settings())

    def draw(self, name: str) -> Any:
        """Draw the control of one field and return its value."""
        setting, meaning = self._setting(name), meaning_of(self.experiment, name).capitalize() + "."
        label = self.labels[name]
        if isinstance(setting, Choice):
            draw = controls.choice if len(setting.options) < 4 else controls.menu
            return draw(setting, label, help=meaning)
        if isinstance(setting, Flag):
            return controls.flag(setting, label, help=meaning)
        return controls.number(setting, label, help=meaning)

    def draw_many(self, names: tuple[str, ...], columns: int = 3) -> dict[str, Any]:
        """Draw several controls side by side: field -> value."""
        places = st.columns(columns)
        values = {}
        for k, name in enumerate(names):
            with places[k % columns]:
                values[name] = self.draw(name)
        return values

    def draw_layers(self) -> tuple[int, ...]:
        """Draw the number of layers and their sizes; return `hidden_sizes`."""
        layers, *units = self._layer_settings()
        columns = st.columns(self.most_layers + 1)
        with columns[0]:
            num_layers = controls.slider(layers, "Layers")
        sizes = []
        for k in range(num_layers):
            with columns[k + 1]:
                sizes.append(controls.slider(units[k], "Units" if k == 0 else f"Units of layer {k + 1}"))
        return tuple(sizes)

    def _layer_settings(self) -> tuple[Number[int], ...]:
        if not self.most_layers:
            return ()
        bound, default = bound_of(self.experiment, "hidden_sizes"), self._default("hidden_sizes")
        units = (
            Number(f"{self.prefix}units{k + 1}", int(bound.low), int(bound.high), default[0], 1)
            for k in range(self.most_layers)
        )
        return (Number(f"{self.prefix}layers", 1, self.most_layers, len(default), 1), *units)

    def _setting(self, name: str) -> Any:
        bound, default = bound_of(self.experiment, name), self._default(name)
        written = f"{self.prefix}{name}"
        if isinstance(bound, ChoiceBound):
            return Choice(written, bound.options, default, self._writing(name))
        if isinstance(bound, Range):
            kind = int if bound.whole else float
            return Number(written, kind(bound.low), kind(bound.high), kind(default), kind(STEPS.get(name, 1)))
        return Flag(written, default)

    def _writing(self, name: str) -> Callable[[str], str]:
        return str.upper if name == "cell" else (self.names or {}).get(name, str)

    def _default(self, name: str) -> Any:
        own = {one.name: one.default for one in fields(self.experiment)}
        return self.defaults.get(name, own[name])
