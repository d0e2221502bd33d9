"""The controls of a sentiment run: every setting of the experiment, and the presets that set them all."""

from __future__ import annotations

import streamlit as st

from seqviz.experiments.baseline.config import BaselineExperiment
from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.presets import PRESETS
from seqviz.lessons.sentiment import baselines
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Choice
from seqviz.ui.state.session import held
from seqviz.ui.state.set_together import set_together
from seqviz.ui.texts.corpora import corpus_title, wanted_names


def corpus_setting() -> Choice:
    """Return the choice of reviews that are at hand now, or one click away."""
    return Choice("corpus", wanted_names(), "reviews", corpus_title)


def chosen_baseline() -> BaselineExperiment:
    """Return the baseline beside the net that the controls hold."""
    chosen = {setting.name: page_state.value(setting) for setting in CONTROLS.settings()}
    return baselines.beside(SentimentExperiment(**{name: chosen[name] for name in baselines.SHARED}))


CONTROLS = ExperimentControls(
    SentimentExperiment,
    {
        "corpus": "Reviews to learn from",
        "num_train": "How many of them (0: all)",
        "cleaning": "Cleaning beforehand",
        "cell": "Cell",
        "bidirectional": "Read from both ends",
        "embedding": "Word vectors",
        "embedding_dim": "Numbers in a word vector",
        "pooling": "States that the output sees",
        "dropout": "Dropout",
        "dropout_before_output": "Dropout after the last layer too",
        "optimizer": "Optimiser",
        "learning_rate": "Learning rate",
        "schedule": "Learning-rate schedule",
        "clip_norm": "Clip the gradient norm at (0: never)",
        "vocabulary_size": "Vocabulary, words",
        "max_length": "Length, tokens",
        "keep": "Of longer reviews keep the",
        "stretches": "Share of steps that read short stretches",
        "batch_size": "Batch, reviews",
        "num_epochs": "Epochs",
        "time_budget": "Time budget, seconds (0: none)",
        "seed": "Seed",
    },
    rows=(("corpus",), ("cell", "bidirectional"), ("hidden_sizes",)),
    most_layers=3,
    given={"corpus": corpus_setting},
)


def preset_menu() -> None:
    """Let a person choose a preset, which sets every control."""
    st.selectbox(
        "Start from a preset",
        list(PRESETS),
        index=None,
        placeholder="sets the controls below",
        format_func=lambda name: PRESETS[name].title,
        key="preset",
        on_change=_take_preset,
    )


def _take_preset() -> None:
    chosen = held("preset")
    if chosen:
        set_together(CONTROLS.values_of(PRESETS[chosen].experiment))
