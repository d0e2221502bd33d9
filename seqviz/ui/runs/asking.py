"""Asking for a run: the settings on the page become a run, a new one or one that is there already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from seqviz.runs.experiment import Experiment
from seqviz.runs.store.records import Busy, RunRecord, StoreError
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.names import name
from seqviz.ui.server import doors
from seqviz.ui.server.engine import store
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Setting
from seqviz.ui.state.refusals import refused
from seqviz.ui.state.session import owner, remember


@dataclass
class _Asked:
    """The run that this session has asked for last.

    Attributes:
        run_id: of the run.
        was_there: it had been made, or was being made by somebody else, before this session asked.
    """

    run_id: str = ""
    was_there: bool = False


def train_button(settings: Sequence[Setting], key: str = "train", **options: Any) -> bool:
    """Draw the button that trains; it waits while a box holds something that cannot be used.

    Args:
        settings: of the experiment.
        key: of the button.
        **options: further ones of `st.button`, in place of this button's own.

    Returns:
        Whether it was pressed.
    """
    unusable = refused(settings)
    waits = bool(unusable)
    look = {"label": "Train", "icon": ":material/model_training:", "type": "primary"} | options
    pressed: bool = st.button(key=key, **look | {"disabled": waits or options.get("disabled", False)})
    if waits:
        boxes = ", ".join(f"“{label}”" for label in unusable)
        st.caption(f":material/block: *Train* waits: {boxes} above cannot be used as typed.")
    return pressed and not waits


def submit(experiment: Experiment, *, force: bool = False) -> RunRecord:
    """Ask the store for a run in this person's name, who is told by browser and network.

    Args:
        experiment: what to run.
        force: make the next attempt even if there is a run to share.

    Raises:
        StoreError: if it cannot be had now.
    """
    return store().submit(experiment, owner(), force=force, asker=doors.asker())


def ask_for(experiment: Experiment) -> None:
    """Ask for a run of an experiment and open it; a sentence on the page says why it cannot be."""
    try:
        record = submit(experiment)
    except Busy as busy:
        _say_busy(busy)
    except StoreError as error:
        st.warning(escaped(str(error)), icon=":material/info:")
    else:
        open_run(record)
        st.rerun()


def _say_busy(busy: Busy) -> None:
    """Say which run of this person's is under way, and offer to stop it: its page may be closed."""
    try:
        record = store().run(busy.run_id)
    except StoreError:
        st.warning(escaped(str(busy)), icon=":material/info:")
        return
    st.warning(
        f"You have a run under way: {escaped(name(record))}. Stop it, or wait for its end, and press *Train* again.",
        icon=":material/info:",
    )
    st.button(
        "Stop it", icon=":material/stop:", key=f"stop:busy:{record.id}", on_click=_stop, args=(record.id,)
    )


def _stop(run_id: str) -> None:
    try:
        store().ask(run_id, owner(), "stop")
    except StoreError as error:
        st.toast(escaped(str(error)), icon=":material/info:")
    else:
        st.toast("It stops.", icon=":material/stop:")


def open_run(record: RunRecord) -> None:
    """Open the run that this session has asked for."""
    page_state.put(page_state.RUN, record.id)
    asked = remember(_Asked)
    asked.run_id = record.id
    asked.was_there = record.state == "finished" or record.owner != owner()


def is_asked_for(run_id: str) -> bool:
    """Tell whether a run is the one that this session has asked for last."""
    return remember(_Asked).run_id == run_id


def was_there(run_id: str) -> bool:
    """Tell whether this session asked for a run and was given one that others, or itself, had made before."""
    return is_asked_for(run_id) and remember(_Asked).was_there
