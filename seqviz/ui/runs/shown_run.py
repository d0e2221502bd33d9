"""A run as a page shows it: one that this session watches, or the one that comes with the app."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from seqviz.runs.events import Note
from seqviz.runs.history import History
from seqviz.runs.store.records import RunRecord
from seqviz.ui.runs.memory import WatchedRun
from seqviz.ui.runs.trained import BUNDLED, bundled_run


@dataclass(frozen=True)
class ShownRun:
    """A run as far as it has come.

    Attributes:
        id: of the run, or BUNDLED.
        config: the experiment's fields as plain JSON data.
        result: what came out; empty while it runs.
        history: what was measured so far.
        notes: what was noted so far, in order.
        record: how it stands in the store; None of the one that comes with the app.
    """

    id: str
    config: dict[str, Any]
    result: dict[str, Any]
    history: History
    notes: tuple[Note, ...]
    record: RunRecord | None = None

    @property
    def is_live(self) -> bool:
        """Whether more is to come."""
        return self.record is not None and self.record.is_live

    def about(self, topic: str) -> list[dict[str, Any]]:
        """Return the contents of the notes on a topic, in order."""
        return [note.content for note in self.notes if note.topic == topic]

    def latest(self, topic: str) -> dict[str, Any] | None:
        """Return the content of the latest note on a topic, or None."""
        return next(reversed(self.about(topic)), None)


def shown(record: RunRecord, run: WatchedRun) -> ShownRun:
    """Return a run of the store with what has been read of it."""
    return ShownRun(record.id, record.config, record.result or {}, run.history, tuple(run.notes), record)


def shown_bundled(name: str) -> ShownRun:
    """Return a run that comes with the app, by its file's name."""
    run = bundled_run(name)
    return ShownRun(BUNDLED, run.config, run.result, run.history, run.notes)
