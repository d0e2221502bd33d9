"""The store as a worker sees it: take a run, say that it lives, write what happens, end it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from seqviz.runs.events import Finished
from seqviz.runs.store import artifacts, queue, schema
from seqviz.runs.store.artifacts import Batch
from seqviz.runs.store.records import HELD, Request, RunRecord, State
from seqviz.runs.store.store import Store
from seqviz.runs.store.submission import find_run

_runs, _workers = schema.runs.c, schema.workers.c


class RunGone(Exception):
    """The run is no longer this worker's: deleted, or ended by others."""


class WorkerClient:
    """Where one worker takes runs and hands in what they yield.

    A run that others marked as lost while this worker could not say that it lives (a store that was locked, a slow
    disk) is taken back with the next word of it.

    Args:
        store: the store.
        name: the worker's own, unlike any other's.
    """

    def __init__(self, store: Store, name: str) -> None:
        self.store = store
        self.name = name
        self._num_events: dict[str, int] = {}
        self._paused: set[str] = set()

    def report(self, longest_seconds: float | None) -> None:
        """Say that this worker lives, and the longest run it takes (None: any)."""
        values = {"heartbeat": datetime.now(UTC), "longest_seconds": longest_seconds}
        with self.store.writing() as connection:
            update = sa.update(schema.workers).where(_workers.name == self.name).values(**values)
            if connection.execute(update).rowcount == 0:
                connection.execute(sa.insert(schema.workers).values(name=self.name, **values))

    def leave(self) -> None:
        """Say that this worker ends."""
        with self.store.writing() as connection:
            connection.execute(sa.delete(schema.workers).where(_workers.name == self.name))

    def claim_next(self, longest_seconds: float | None = None) -> RunRecord | None:
        """Take the run that is next in the queue; if another worker is quicker, the one after."""
        while (run_id := self._next_waiting(longest_seconds)) is not None:
            claimed = self.claim(run_id)
            if claimed is not None:
                return claimed
        return None

    def _next_waiting(self, longest_seconds: float | None) -> str | None:
        with self.store.reading() as connection:
            return queue.next_waiting(connection, longest_seconds)

    def claim(self, run_id: str) -> RunRecord | None:
        """Take this run if it still waits; of several workers that try, one gets it."""
        now = datetime.now(UTC)
        values = {"state": "running", "worker": self.name, "started": now, "heartbeat": now, "asked": None}
        claim = sa.update(schema.runs).where(_runs.id == run_id, _runs.state == "waiting").values(**values)
        with self.store.writing() as connection:
            if connection.execute(claim).rowcount == 0:
                return None
            return find_run(connection, run_id)

    def heartbeat(self, run_id: str) -> None:
        """Say that the run lives."""
        with self.store.writing() as connection:
            self._update(connection, run_id, heartbeat=datetime.now(UTC))

    def asked(self, run_id: str) -> Request | None:
        """Return what the run's owner has asked for, if anything."""
        query = sa.select(_runs.asked).where(self._held(run_id))
        with self.store.reading() as connection:
            row = connection.execute(query).first()
        if row is None:
            self.heartbeat(run_id)
            return None
        asked: Request | None = row[0]
        return asked

    def switch(self, run_id: str, state: State, answered: Request) -> None:
        """Move the run between running and paused, as was asked; a request made since stays to be answered."""
        asked = sa.case((_runs.asked == answered, sa.null()), else_=_runs.asked)
        with self.store.writing() as connection:
            self._update(connection, run_id, state=state, asked=asked, heartbeat=datetime.now(UTC))
        (self._paused.add if state == "paused" else self._paused.discard)(run_id)

    def append(self, run_id: str, batch: Batch) -> None:
        """Write what happened since the last write."""
        first_number = self._num_events.get(run_id, 0) + 1
        values: dict[str, Any] = {"heartbeat": datetime.now(UTC)}
        if batch.progress is not None:
            progress = batch.progress
            values |= {"fraction": progress.fraction, "seconds_left": progress.seconds_left}
            values |= {"doing": progress.message}
        if batch.extras is not None:
            values |= {"extras": artifacts.plain(batch.extras)}
        with self.store.writing() as connection:
            self._update(connection, run_id, **values)
            written = artifacts.write_snapshots(connection, run_id, batch.snapshots)
            self._update(connection, run_id, num_bytes=_runs.num_bytes + written)
            artifacts.write_events(connection, run_id, first_number, batch.events)
        self._num_events[run_id] = first_number - 1 + len(batch.events)

    def finish(self, run_id: str, finished: Finished, seconds: float) -> None:
        """Hand in what came out."""
        values: dict[str, Any] = {"result": artifacts.plain(finished.result)}
        values |= {"fraction": 1.0, "seconds_left": 0.0}
        if finished.extras:
            values |= {"extras": artifacts.plain(finished.extras)}
        with self.store.writing() as connection:
            self._update(connection, run_id, **values)
            written = artifacts.write_final(connection, run_id, finished.weights)
            values = {"num_bytes": _runs.num_bytes + written} | _ended("finished", "", seconds)
            self._update(connection, run_id, **values)

    def end(self, run_id: str, state: State, message: str, seconds: float | None = None) -> None:
        """End the run without a result: stopped, diverged, failed or lost, and why."""
        with self.store.writing() as connection:
            self._update(connection, run_id, **_ended(state, message, seconds))

    def lose_all(self, message: str) -> None:
        """Mark every run that this worker holds as lost (the worker itself is gone or going)."""
        mine = (_runs.worker == self.name) & _runs.state.in_(HELD)
        with self.store.writing() as connection:
            connection.execute(sa.update(schema.runs).where(mine).values(**_ended("lost", message, None)))

    def others_wait(self) -> bool:
        """Tell whether any run waits for a worker."""
        return self._next_waiting(None) is not None

    def _held(self, run_id: str) -> sa.ColumnElement[bool]:
        return (_runs.id == run_id) & (_runs.worker == self.name) & _runs.state.in_(HELD)

    def _update(self, connection: Connection, run_id: str, **values: Any) -> None:
        update = sa.update(schema.runs).where(self._held(run_id)).values(**values)
        if connection.execute(update).rowcount:
            return
        if not self._taken_back(connection, run_id):
            raise RunGone(run_id)
        connection.execute(update)

    def _taken_back(self, connection: Connection, run_id: str) -> bool:
        """Take back a run that was marked lost; tell whether it was."""
        lost = (_runs.id == run_id) & (_runs.worker == self.name) & (_runs.state == "lost")
        state = "paused" if run_id in self._paused else "running"
        again = {"state": state, "message": "", "ended": None, "heartbeat": datetime.now(UTC)}
        return connection.execute(sa.update(schema.runs).where(lost).values(**again)).rowcount > 0


def _ended(state: State, message: str, seconds: float | None) -> dict[str, Any]:
    now = datetime.now(UTC)
    return {"state": state, "message": message, "seconds": seconds, "ended": now, "asked": None}
