"""The live panel of a run, whatever kind of experiment it is: state, progress, time left, stop and pause."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from seqviz.training.experiment import Experiment
from seqviz.training.registry import build
from seqviz.training.store import Store
from seqviz.training.store_records import RunRecord, StoreError
from seqviz.ui import page_state
from seqviz.ui.durations import in_words
from seqviz.ui.engine import store
from seqviz.ui.into_view import into_view
from seqviz.ui.plain import escaped
from seqviz.ui.run_memory import WatchedRun, watched
from seqviz.ui.session import owner, remember
from seqviz.ui.watchers import WATCHERS

Draw = Callable[[RunRecord, WatchedRun], None]

BADGES = {
    "waiting": ("waiting", "gray", ":material/hourglass_top:"),
    "running": ("learning", "blue", ":material/model_training:"),
    "paused": ("paused", "orange", ":material/pause:"),
    "finished": ("finished", "green", ":material/check:"),
    "stopped": ("stopped", "orange", ":material/stop:"),
    "lost": ("lost", "red", ":material/link_off:"),
    "diverged": ("diverged", "red", ":material/trending_up:"),
    "failed": ("failed", "red", ":material/error:"),
}


@dataclass
class _Asked:
    """The run that this session has asked for last."""

    run_id: str = ""


def _open(run_id: str) -> None:
    page_state.put(page_state.RUN, run_id)
    remember(_Asked).run_id = run_id


def ask_for(experiment: Experiment) -> None:
    """Ask for a run of an experiment and open it; a sentence on the page says why it cannot be."""
    try:
        _open(store().submit(experiment, owner()).id)
    except StoreError as error:
        st.warning(str(error), icon=":material/info:")
    else:
        st.rerun()


def run_panel(run_id: str, draw: Draw) -> RunRecord | None:
    """Show a run as it goes, and go on showing it until it ends.

    Args:
        run_id: as in `?run=`.
        draw: draws the run's figures from its record and what has been measured; called again at every look.

    Returns:
        The run as it stands, or None (with a sentence on the page) if the store has none of this id.
    """
    try:
        record = store().run(run_id)
    except StoreError as error:
        st.warning(
            f"{escaped(str(error))} It may have been deleted; train it anew.", icon=":material/link_off:"
        )
        return None
    if remember(_Asked).run_id == run_id:
        into_view(run_id)  # who starts a run wants to watch it
    if record.is_live:
        interval = WATCHERS.interval(owner())
        st.fragment(_look, run_every=interval)(run_id, draw)
    else:
        _show(record, draw)
    return record


def _look(run_id: str, draw: Draw) -> None:
    WATCHERS.interval(owner())
    try:
        record = store().run(run_id)
    except StoreError:  # deleted meanwhile; the whole page says so
        st.rerun()
    if not record.is_live:  # the whole page shows what came of it
        st.rerun()
    _show(record, draw)


def _show(record: RunRecord, draw: Draw) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        word, colour, icon = BADGES[record.state]
        st.badge(word, icon=icon, color=colour)  # type: ignore[arg-type]
        st.caption(_describe(record), width="stretch")
        with st.container(horizontal=True, width="content"):
            _buttons(record)
    if record.is_live:
        st.progress(min(1.0, max(0.0, record.fraction)), text=_progress_text(store(), record))
    elif record.message:
        st.warning(escaped(record.message), icon=":material/info:")
    draw(record, watched(store(), record.id))


def _describe(record: RunRecord) -> str:
    took = f" · {in_words(record.seconds)} from start to end" if record.seconds is not None else ""
    return f"Run `{record.id}`{took}"


def _progress_text(from_store: Store, record: RunRecord) -> str:
    if record.state == "waiting":
        place = from_store.place_in_queue(record.id)
        if place.expected_wait_seconds is None:
            return "Waiting for a worker to start."
        return f"Place {place.position} in the queue; expected wait {in_words(place.expected_wait_seconds)}."
    left = f", about {in_words(record.seconds_left)} left" if record.seconds_left is not None else ""
    return f"{record.doing or 'starting'}{left}"


def _buttons(record: RunRecord) -> None:
    mine = record.owner == owner()
    if record.is_live and mine:  # always the same three, so that none moves away from under the pointer
        _button("Pause", ":material/pause:", record, "pause", disabled=record.state != "running")
        _button("Resume", ":material/play_arrow:", record, "resume", disabled=record.state != "paused")
        _button("Stop", ":material/stop:", record, "stop")
    elif not record.is_live:
        _anew(record)
        if mine:
            _deletion(record)


def _button(label: str, icon: str, record: RunRecord, request: str, *, disabled: bool = False) -> None:
    st.button(
        label,
        icon=icon,
        key=f"{request}:{record.id}",
        disabled=disabled,
        on_click=_ask,
        args=(record.id, request),
    )


def _ask(run_id: str, request: str) -> None:
    try:
        store().ask(run_id, owner(), request)  # type: ignore[arg-type]
    except StoreError as error:
        st.toast(str(error), icon=":material/info:")


def _anew(record: RunRecord) -> None:
    st.button(
        "Train anew",
        icon=":material/refresh:",
        key=f"anew:{record.id}",
        help="The same settings and the same seed once more.",
        on_click=_train_anew,
        args=(record.id,),
    )


def _deletion(record: RunRecord) -> None:
    with st.popover("Delete", icon=":material/delete:"):
        st.caption("Its curves and its net are gone then, for everyone who has its address.")
        st.button("Delete for good", key=f"delete:{record.id}", on_click=_delete, args=(record.id,))


def _delete(run_id: str) -> None:
    try:
        store().delete(run_id, owner())
    except StoreError as error:
        st.toast(str(error), icon=":material/info:")
        return
    page_state.put(page_state.RUN, "")


def _train_anew(run_id: str) -> None:
    record = store().run(run_id)
    try:
        again = store().submit(build(record.kind, record.config), owner(), anew=True)
    except (StoreError, ValueError) as error:
        st.toast(str(error), icon=":material/info:")
        return
    _open(again.id)
