"""The live panel of a run, whatever kind of experiment it is: state, progress, time left, stop and pause."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from seqviz.runs.names import STATES
from seqviz.runs.store.records import RunRecord, StoreError, UnknownRun
from seqviz.runs.store.store import Store
from seqviz.ui.durations import about, in_words
from seqviz.ui.markdown import escaped
from seqviz.ui.runs import names as run_names
from seqviz.ui.runs.asking import is_asked_for
from seqviz.ui.runs.buttons import buttons, offer_own_training
from seqviz.ui.runs.measures import measured_so_far
from seqviz.ui.runs.memory import WatchedRun, watched
from seqviz.ui.runs.watchers import WATCHERS
from seqviz.ui.server.engine import store
from seqviz.ui.state.session import owner
from seqviz.ui.widgets.into_view.into_view import into_view

Draw = Callable[[RunRecord, WatchedRun], None]

#: State -> colour and icon of its badge.
BADGES = {
    "waiting": ("gray", ":material/hourglass_top:"),
    "running": ("blue", ":material/model_training:"),
    "paused": ("orange", ":material/pause:"),
    "finished": ("green", ":material/check:"),
    "stopped": ("orange", ":material/stop:"),
    "lost": ("red", ":material/link_off:"),
    "diverged": ("red", ":material/trending_up:"),
    "failed": ("red", ":material/error:"),
}


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
            f"{escaped(str(error))} It may have been deleted; train it again.", icon=":material/link_off:"
        )
        return None
    if is_asked_for(run_id):
        into_view(run_id)  # who starts a run wants to watch it
    if record.is_live:
        interval = WATCHERS.interval(owner())
        st.fragment(_look, run_every=interval)(run_id, draw)
    else:
        _show_or_say_why_not(record, draw)
    return record


def _look(run_id: str, draw: Draw) -> None:
    WATCHERS.interval(owner())
    try:
        record = store().run(run_id)
    except UnknownRun:  # deleted meanwhile; the whole page says so
        st.rerun()
    except StoreError as error:  # the store does not answer now; the next look asks again
        st.warning(escaped(str(error)), icon=":material/info:")
        return
    if not record.is_live:  # the whole page shows what came of it
        st.rerun()
    _show_or_say_why_not(record, draw)


def _show_or_say_why_not(record: RunRecord, draw: Draw) -> None:
    try:
        _show(record, draw)
    except StoreError as error:  # a run that is shown was deleted this moment, or the store does not answer
        st.warning(escaped(str(error)), icon=":material/info:")


def _show(record: RunRecord, draw: Draw) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        colour, icon = BADGES[record.state]
        st.badge(STATES.get(record.state, record.state), icon=icon, color=colour)  # type: ignore[arg-type]
        st.caption(
            _describe(record), width="stretch", help=f"Its id, as it stands in the address: {record.id}"
        )
        with st.container(horizontal=True, width="content"):
            buttons(record)
    offer_own_training(record)
    if record.is_live:
        st.progress(min(1.0, max(0.0, record.fraction)), text=_progress_text(store(), record))
    elif record.message:
        st.warning(escaped(record.message), icon=":material/info:")
    run = watched(store(), record.id)
    if record.result is None and (said := measured_so_far(record, run.history, run.notes)):
        st.caption(said)
    draw(record, run)


def _describe(record: RunRecord) -> str:
    took = f" · {in_words(record.seconds)} from start to end" if record.seconds is not None else ""
    return f"{escaped(run_names.name(record))}{took}"


def _progress_text(from_store: Store, record: RunRecord) -> str:
    if record.state == "waiting":
        place = from_store.place_in_queue(record.id)
        if place.expected_wait_seconds is None:
            return "Waiting for a worker to start."
        return f"Place {place.position} in the queue; expected wait {in_words(place.expected_wait_seconds)}."
    left = f", {about(record.seconds_left)} left" if record.seconds_left is not None else ""
    return f"{record.doing or 'starting'}{left}"
