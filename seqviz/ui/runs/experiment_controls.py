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
from seqviz.ui.more_settings import more_settings
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Choice, Flag, Number, Setting

#: Steps of the controls of fields that are not counted one by one.
STEPS: dict[str, float] = {
    "text_share": 0.05,
    "dropout": 0.05,
    "learning_rate": 0.001,
    "clip_norm": 0.5,
    "teacher_forcing": 0.05,
    "noise_power": 0.05,
    "subsample": 0.0005,
    "pseudocount": 0.1,
    "vocabulary_size": 10,
}


@dataclass(frozen=True)
class ExperimentControls:
    """The controls of one experiment class.

    Attributes:
        experiment: the class; its defaults are the controls', but for `defaults`.
        labels: field -> what its control is called, in the order in which they are drawn.
        rows: the fields that are always in sight, row by row, with "hidden_sizes" in a row of its own; the others
            stand in a box below. Where there are none, all are in sight.
        most_layers: how many layers can be chosen; 0 where the experiment has no `hidden_sizes`.
        names: field -> how its options are written.
        prefix: put before each setting's name, where a page has the controls of several experiments.
        defaults: field -> where its control starts on this page, if not at the experiment's own default.
        given: field -> its setting, where the field's bound does not say it: a menu of what is at hand when it is
            drawn.
        keys: field -> the name of a given setting, where that is not the field's.
    """

    experiment: type[Any]
    labels: Mapping[str, str]
    rows: tuple[tuple[str, ...], ...] = ()
    most_layers: int = 0
    names: Mapping[str, Callable[[str], str]] | None = None
    prefix: str = ""
    defaults: Mapping[str, Any] = field(default_factory=dict)
    given: Mapping[str, Callable[[], Setting]] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)

    def settings(self) -> tuple[Setting, ...]:
        """Return what the address may hold of the experiment."""
        return (*self._layer_settings(), *(self._setting(name) for name in self.labels))

    def values_of(self, experiment: Any) -> dict[str, Any]:
        """Return what each control must hold to build an experiment: control key -> value."""
        config = to_config(experiment)
        values = {self._key(name): config[name] for name in self.labels}
        if self.most_layers:
            sizes = config["hidden_sizes"]
            layers = {"layers": len(sizes)} | {f"units{k}": size for k, size in enumerate(sizes, start=1)}
            values |= {f"{self.prefix}{name}": value for name, value in layers.items()}
        return values

    def are_changed(self) -> bool:
        """Tell whether a person, a task or the address has set any control to other than its default."""
        return any(page_state.value(one) != page_state.default(one) for one in self.settings())

    def draw_all(self) -> dict[str, Any]:
        """Draw every control: field -> value, all that the experiment is built from."""
        layers = (("hidden_sizes",),) if self.most_layers else ()
        if not self.rows:
            return self._draw_row(tuple(self.labels), 3) | self._draw_rows(layers)
        values = self._draw_rows(self.rows)
        if rest := tuple(name for name in self.labels if name not in values):
            with more_settings(*map(self._setting, rest), label="All settings"):
                values |= self._draw_row(rest, 3)
        return values

    def _draw_rows(self, rows: tuple[tuple[str, ...], ...]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for row in rows:
            values |= (
                {"hidden_sizes": self._draw_layers()}
                if row == ("hidden_sizes",)
                else self._draw_row(row, len(row))
            )
        return values

    def _draw_row(self, names: tuple[str, ...], num_columns: int) -> dict[str, Any]:
        """Draw controls side by side, row after row where they are more than the columns."""
        places = st.columns(num_columns)
        values = {}
        for k, name in enumerate(names):
            with places[k % num_columns]:
                values[name] = self._draw(name)
        return values

    def _draw(self, name: str) -> Any:
        setting, meaning = self._setting(name), meaning_of(self.experiment, name).capitalize() + "."
        label = self.labels[name]
        if isinstance(setting, Choice):
            is_short = name not in self.given and len(setting.options) < 4
            return (controls.choice if is_short else controls.menu)(setting, label, help=meaning)
        if isinstance(setting, Flag):
            return controls.flag(setting, label, help=meaning)
        return controls.number(setting, label, help=meaning)

    def _draw_layers(self) -> tuple[int, ...]:
        """Draw the number of layers and their sizes; return `hidden_sizes`."""
        layers, *units = self._layer_settings()
        columns = st.columns(self.most_layers + 1)
        with columns[0]:
            num_layers = controls.slider(layers, "Layers")
        sizes = []
        for k in range(num_layers):
            label = "Units" if k == 0 else f"Units of layer {k + 1}"
            with columns[k + 1]:
                sizes.append(
                    controls.slider(units[k], label, help="The size of the state; not a number of layers.")
                )
        if num_layers > 1:
            st.caption(
                f"A layer that is added starts with {units[0].default} units, whatever the first one has."
            )
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

    def _key(self, name: str) -> str:
        """Return the name of a field's setting, without asking what is at hand."""
        return self.keys.get(name, name) if name in self.given else f"{self.prefix}{name}"

    def _setting(self, name: str) -> Any:
        if name in self.given:
            return self.given[name]()
        bound, default = bound_of(self.experiment, name), self._default(name)
        written = self._key(name)
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
