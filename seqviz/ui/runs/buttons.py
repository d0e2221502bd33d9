"""The buttons of a run: pause, resume, stop, train again or by oneself, delete."""

from __future__ import annotations

import streamlit as st

from seqviz.runs.names import Viewer
from seqviz.runs.registry import build
from seqviz.runs.store.records import RunRecord, StoreError
from seqviz.ui.markdown import escaped
from seqviz.ui.runs import names as run_names
from seqviz.ui.runs.asking import open_run, submit, was_there
from seqviz.ui.server.engine import store
from seqviz.ui.state import page_state
from seqviz.ui.state.session import owner


def buttons(record: RunRecord) -> None:
    """Draw what this session may do with a run, but for what `offer_own_training` offers."""
    mine = record.owner == owner()
    if record.is_live and mine:  # always the same three, so that none moves away from under the pointer
        _request("Pause", ":material/pause:", record, "pause", disabled=record.state != "running")
        _request("Resume", ":material/play_arrow:", record, "resume", disabled=record.state != "paused")
        _request("Stop", ":material/stop:", record, "stop")
        return
    if not was_there(record.id):
        _again(record)
    if mine:
        deletion(record)


def offer_own_training(record: RunRecord) -> None:
    """Where the button *Train* was answered with a run that was there already: say whose, and offer one's own."""
    if not was_there(record.id) or (record.is_live and record.owner == owner()):
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(_what_was_there(record, run_names.viewer()), width="stretch")
        _again(record, "primary")


def _what_was_there(record: RunRecord, reader: Viewer) -> str:
    when = reader.when(record.created)
    if record.is_live:
        return f"**Somebody else is training exactly this**, since {when}: it is their run that you watch."
    who = {"yours": "You have", "somebody else's": "Somebody else has", "your teacher's": "Your teacher has"}
    return (
        f"**{who[reader.whose(record)]} trained exactly this already** ({when}), so nothing had to be trained now. "
        "The same settings and the same seed give the same numbers."
    )


def _again(record: RunRecord, importance: str = "secondary") -> None:
    st.button(
        "Train again" if record.owner == owner() else "Train it yourself",
        icon=":material/refresh:",
        type=importance,  # type: ignore[arg-type]
        key=f"again:{record.id}",
        help="The same settings and the same seed once more, as a run of your own.",
        on_click=_train_again,
        args=(record.id,),
    )


def _train_again(run_id: str) -> None:
    try:
        record = store().run(run_id)
        again = submit(build(record.kind, record.config), force=True)
    except (StoreError, ValueError) as error:
        _say(error)
        return
    open_run(again)


def _request(label: str, icon: str, record: RunRecord, request: str, *, disabled: bool = False) -> None:
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
        _say(error)


def deletion(record: RunRecord) -> None:
    """Offer to delete a run of this session's own, after a warning."""
    with st.popover("Delete", icon=":material/delete:"):
        st.caption("Its curves and its net are gone then, for everyone who has its address.")
        st.button("Delete for good", key=f"delete:{record.id}", on_click=_delete, args=(record.id,))


def _delete(run_id: str) -> None:
    try:
        name = run_names.name(store().run(run_id))
        store().delete(run_id, owner())
    except StoreError as error:
        _say(error)
        return
    page_state.put(page_state.RUN, "")
    st.toast(f"“{escaped(name)}” is deleted.", icon=":material/delete:")


def _say(error: Exception) -> None:
    st.toast(escaped(str(error)), icon=":material/info:")
