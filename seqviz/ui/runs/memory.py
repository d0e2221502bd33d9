"""What this session has already read of the runs it watches, so that a look asks only for what is new."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import Any

from seqviz.runs.events import Metrics, Note
from seqviz.runs.history import History
from seqviz.runs.store.records import RunRecord, StoreError
from seqviz.runs.store.store import Store
from seqviz.ui.state.session import remember

MOST_RUNS = 12


@dataclass
class WatchedRun:
    """A run's measurements and notes as far as they have been read."""

    history: History = field(default_factory=History)
    notes: list[Note] = field(default_factory=list)
    last_number: int = 0

    def note(self, topic: str) -> dict[str, Any] | None:
        """Return the content of the latest note on a topic, or None."""
        return next((note.content for note in reversed(self.notes) if note.topic == topic), None)


@dataclass
class RunMemory:
    """Run id -> what has been read of it, the least recently opened first."""

    runs: dict[str, WatchedRun] = field(default_factory=dict)


def watched(store: Store, run_id: str) -> WatchedRun:
    """Return what is known of a run, brought up to date from the store."""
    runs = remember(RunMemory).runs
    run = runs.setdefault(run_id, WatchedRun())
    for stored in store.events(run_id, after=run.last_number):
        run.last_number = stored.number
        if isinstance(stored.event, Metrics):
            run.history.add([stored.event])
        else:
            run.notes.append(stored.event)
    while len(runs) > MOST_RUNS:
        runs.pop(next(iter(runs)))
    return run


def opened(store: Store, kind: str) -> list[RunRecord]:
    """Return the runs of a kind that this session has opened and that are still there, whoever started them."""
    records = []
    for run_id in remember(RunMemory).runs:
        with contextlib.suppress(StoreError):  # deleted meanwhile
            records.append(store.run(run_id))
    return [record for record in records if record.kind == kind]
