"""Runs as this session calls them: "LSTM 32 · 8 epochs · 96.2% · yours, 14:02"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

import streamlit as st

from seqviz.runs.events import Metrics
from seqviz.runs.names import Viewer, name_of, names_of
from seqviz.runs.registry import judged_by
from seqviz.runs.store.records import RunRecord, StoreError
from seqviz.ui.server.engine import store
from seqviz.ui.state.session import owner


def viewer() -> Viewer:
    """Return who reads the names: this session, by the clock of its browser."""
    return Viewer(owner(), datetime.now(UTC), _zone())


def _zone() -> tzinfo | None:
    try:
        return ZoneInfo(st.context.timezone or "")
    except (KeyError, ValueError):  # a browser that does not say, or a zone unknown here: this computer's
        return None


def name(record: RunRecord) -> str:
    """Name one run."""
    return name_of(record, viewer(), _so_far(record))


def names(records: Sequence[RunRecord]) -> dict[str, str]:
    """Name the runs of a list so that no two have one name: run's id -> name."""
    return names_of(records, viewer(), {record.id: _so_far(record) for record in records})


def listed(kind: str, most: int) -> list[RunRecord]:
    """Return runs of a kind, one's own first, then everybody's, each part newest first.

    Args:
        kind: of the experiment.
        most: runs of each part.
    """
    own = store().own_runs(owner(), kind, limit=most)
    return own + [run for run in store().runs(owner(), kind, limit=most) if run.owner != owner()]


def _so_far(record: RunRecord) -> float | None:
    """What a run without a result was measured to last, once it had learned; a live one is not asked: it goes on."""
    measure = judged_by(record.kind).metric
    if record.is_live or record.result is not None or not measure:
        return None
    try:
        return _last_measured(record.id, measure)
    except StoreError:  # deleted meanwhile
        return None


@st.cache_data(max_entries=256, show_spinner=False)
def _last_measured(run_id: str, measure: str) -> float | None:
    """Read it once: a run that has ended is measured no more."""
    events = (stored.event for stored in store().events(run_id))
    metrics = [event for event in events if isinstance(event, Metrics) and event.step > 0]
    values = [event.values[measure] for event in metrics if measure in event.values]
    return values[-1] if values else None
