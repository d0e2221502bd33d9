"""Whose weights are at work on a page that shows a run."""

from __future__ import annotations

import streamlit as st

from seqviz.runs.settings_name import settings_name
from seqviz.runs.store.records import RunRecord, StoreError
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.settings import run_in_address
from seqviz.ui.runs.trained import BUNDLED
from seqviz.ui.server.engine import store


def say_whose_weights(net_id: str, kind: str) -> None:
    """Say which net the page uses, where the address names a run; nothing where it names none.

    Args:
        net_id: the run whose weights are used, or BUNDLED.
        kind: of the experiments that the page shows.
    """
    record = run_in_address(kind)
    if record is not None:
        st.caption(f":material/neurology: {whose_weights(net_id, record)}")


def whose_weights(net_id: str, record: RunRecord) -> str:
    """Return the sentence.

    Args:
        net_id: the run whose weights are used, or BUNDLED.
        record: of the run that the page shows.
    """
    name = escaped(settings_name(record.kind, record.config))
    if net_id == BUNDLED:
        why = (
            "has not finished"
            if record.is_live
            else f"ended too early ({record.state}) to leave a net for this"
        )
        return f"This page uses the **net that comes with the app**, not the run above ({name}): that {why}."
    if record.state == "finished":
        return f"This page uses the **net of the run above** ({name}), as it was after its last step."
    return (
        f"This page uses the **net of the run above** ({name}) **as it was at {_newest(record)}**: these are the "
        f"newest weights that were kept before the run ended ({record.state})."
    )


def _newest(record: RunRecord) -> str:
    try:
        newest = max(store().snapshots(record.id), key=lambda snapshot: snapshot.step)
    except (StoreError, ValueError):
        return "an earlier step"
    return f"step {newest.step:,} (epoch {newest.epoch:.1f})"
