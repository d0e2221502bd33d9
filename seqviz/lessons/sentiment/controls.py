"""The controls of a sentiment run: every setting of the experiment, its bounds taken from there."""

from __future__ import annotations

from typing import Any

import streamlit as st

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.presets import PRESETS
from seqviz.runs.bounds import Choice as ChoiceBound
from seqviz.runs.bounds import Range, bound_of, meaning_of
from seqviz.runs.experiment import to_config
from seqviz.ui import controls
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Choice, Flag, Number, Setting
from seqviz.ui.state.session import held
from seqviz.ui.state.set_together import set_together
from seqviz.ui.texts.corpora import corpus_title, wanted_names

DEFAULT = SentimentExperiment()
MOST_LAYERS = 3
STEPS: dict[str, float] = {
    "embedding_dim": 1,
    "dropout": 0.05,
    "learning_rate": 0.001,
    "clip_norm": 0.5,
    "vocabulary_size": 10,
    "max_length": 1,
    "batch_size": 1,
    "num_epochs": 1,
    "time_budget": 1,
    "seed": 1,
}


def _setting(name: str) -> Any:
    """Turn a field of the experiment into a setting of the address."""
    bound, default = bound_of(SentimentExperiment, name), getattr(DEFAULT, name)
    if isinstance(bound, ChoiceBound):
        return Choice(name, bound.options, default, str.upper if name == "cell" else str)
    if isinstance(bound, Range):
        kind = int if bound.whole else float
        return Number(name, kind(bound.low), kind(bound.high), kind(default), kind(STEPS[name]))
    return Flag(name, default)


_UNITS = bound_of(SentimentExperiment, "hidden_sizes")
LAYERS = Number("layers", 1, MOST_LAYERS, 1, 1)
UNITS = tuple(
    Number(f"units{k + 1}", int(_UNITS.low), int(_UNITS.high), DEFAULT.hidden_sizes[0], 1)
    for k in range(MOST_LAYERS)
)
FIELDS: dict[str, Any] = {
    name: _setting(name)
    for name in (
        "cell",
        "bidirectional",
        "embedding",
        "pooling",
        "dropout_before_output",
        "optimizer",
        "schedule",
        "keep",
        *STEPS,
    )
}


def settings() -> tuple[Setting, ...]:
    """Return what the address may hold of a sentiment run."""
    return (_corpus(), LAYERS, *UNITS, *FIELDS.values())


def _corpus() -> Choice:
    return Choice("corpus", wanted_names(), DEFAULT.corpus, corpus_title)


def chosen_corpus() -> str:
    """Return the corpus that the control holds, wherever on the page it is asked for."""
    return str(page_state.value(_corpus()))


def control_values(experiment: SentimentExperiment) -> dict[str, Any]:
    """Return what each control must hold to build an experiment: control key -> value."""
    config = to_config(experiment)
    sizes = config.pop("hidden_sizes")
    config["layers"] = len(sizes)
    return config | {f"units{k + 1}": size for k, size in enumerate(sizes)}


def _take_preset() -> None:
    chosen = held("preset")
    if chosen:
        set_together(control_values(PRESETS[chosen].experiment))


def sentiment_controls() -> SentimentExperiment:
    """Draw every control and return the experiment they make."""
    first, second = st.columns(2)
    with first:
        corpus = controls.menu(_corpus(), "Reviews to learn from")
    with second:
        _preset_menu()
    values: dict[str, Any] = {"corpus": corpus}
    left, middle, right = st.columns(3)
    with left:
        values["cell"] = controls.choice(FIELDS["cell"], "Cell")
    with middle:
        num_layers = controls.slider(LAYERS, "Layers")
    with right:
        values["bidirectional"] = _draw("bidirectional", "Read from both ends")
    columns = st.columns(MOST_LAYERS)
    values["hidden_sizes"] = tuple(_draw_units(columns[k], k) for k in range(num_layers))
    if num_layers > 1:
        st.caption(
            f"A layer that is added starts with {DEFAULT.hidden_sizes[0]} units, whatever the first one has."
        )
    with st.expander("All settings", icon=":material/tune:"):
        values |= _more_settings()
    return SentimentExperiment(**values)


def _preset_menu() -> None:
    st.selectbox(
        "Start from a preset",
        list(PRESETS),
        index=None,
        placeholder="sets the controls below",
        format_func=lambda name: PRESETS[name].title,
        key="preset",
        on_change=_take_preset,
    )


def _draw_units(column: Any, layer: int) -> int:
    label = "Units" if layer == 0 else f"Units of layer {layer + 1}"
    with column:
        return controls.slider(UNITS[layer], label, help="The size of the state; not a number of layers.")


LABELS = {
    "embedding": "Word vectors",
    "embedding_dim": "Numbers in a word vector",
    "pooling": "States that the output sees",
    "dropout": "Dropout",
    "dropout_before_output": "Dropout after the last layer too",
    "optimizer": "Optimiser",
    "learning_rate": "Learning rate",
    "schedule": "Course of the learning rate",
    "clip_norm": "Clip the gradient norm at (0: never)",
    "vocabulary_size": "Vocabulary, words",
    "max_length": "Length, tokens",
    "keep": "Of longer reviews keep the",
    "batch_size": "Batch, reviews",
    "num_epochs": "Epochs",
    "time_budget": "Time budget, seconds (0: none)",
    "seed": "Seed",
}


def _more_settings() -> dict[str, Any]:
    columns = st.columns(3)
    values = {}
    for k, (name, label) in enumerate(LABELS.items()):
        with columns[k % 3]:
            values[name] = _draw(name, label)
    return values


def _draw(name: str, label: str) -> Any:
    setting, meaning = FIELDS[name], meaning_of(SentimentExperiment, name).capitalize() + "."
    if isinstance(setting, Choice):
        return controls.menu(setting, label, help=meaning)
    if isinstance(setting, Flag):
        return controls.flag(setting, label, help=meaning)
    return controls.number(setting, label, help=meaning)
