"""What stands below the controls of a training: the button, the time it will take, and what follows from both."""

from __future__ import annotations

from typing import Any

import streamlit as st

from seqviz.runs.experiment import Experiment
from seqviz.ui.durations import in_words
from seqviz.ui.runs import take_home
from seqviz.ui.runs.asking import ask_for, train_button
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.settings import say_other_settings


def train_row(
    experiment: Experiment, controls: ExperimentControls, *, first: str = "", **button: Any
) -> bool:
    """Draw the button that trains, and beside it the time; tell whether it was pressed.

    Args:
        experiment: as the controls are now.
        controls: what was drawn above; the button waits while one of them holds what cannot be used.
        first: a sentence before the time.
        **button: see `train_button`.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        pressed = train_button(controls.settings(), **button)
        st.caption(f"{first}Expected time {in_words(experiment.expected_seconds())}.")
    return pressed


def after_settings(
    experiment: Experiment,
    controls: ExperimentControls,
    bundled: dict[str, Any],
    *,
    pressed: bool,
    key: str = "settings",
) -> None:
    """Ask for the run if the button was pressed; say what differs from what is shown; offer the settings as code.

    Args:
        experiment: as the controls are now.
        controls: what was drawn above.
        bundled: the config of what comes with the app.
        pressed: what `train_row` told.
        key: of the code, unique on the page.
    """
    if pressed:
        ask_for(experiment)
    say_other_settings(experiment, bundled, controls.values_of)
    take_home.settings_as_code(experiment, key)
