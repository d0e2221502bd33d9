"""The store: where runs are asked for, watched and kept; the only meeting point of pages and workers."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import numpy as np
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from seqviz.runs.experiment import Experiment
from seqviz.runs.store import artifacts, queue, retention, schema
from seqviz.runs.store.address import address_of
from seqviz.runs.store.database import LITTLE_PATIENCE, Database, default_store_url
from seqviz.runs.store.labels import keep_label
from seqviz.runs.store.records import (
    HELD,
    LOST_MESSAGE,
    TRIALS,
    Asker,
    QueuePlace,
    Request,
    RunRecord,
    SnapshotInfo,
    StoredEvent,
    StoreError,
)
from seqviz.runs.store.submission import RECORD_COLUMNS, find_run, new_run, own_run, shared_run
from seqviz.runs.store.trouble import StoreUnavailable
from seqviz.runs.store.uploads import Uploads

_runs = schema.runs.c


class Store(Database):
    """Runs with their events and weights, and uploaded files; safe to share between threads.

    Args:
        url: an SQLAlchemy database URL; None stands for `default_store_url()`.
        quota: how many runs may be kept; None reads it from the environment.
        patience: seconds that a writer waits for its turn (SQLite).

    Attributes:
        uploads: the files that people have uploaded.
    """

    def __init__(
        self, url: str | None = None, quota: retention.Quota | None = None, patience: float = 20.0
    ) -> None:
        super().__init__(url or default_store_url(), patience)
        self.quota = quota or retention.Quota.from_environment()
        self.uploads = Uploads(self)

    def submit(
        self, experiment: Experiment, owner: str, *, force: bool = False, asker: Asker | None = None
    ) -> RunRecord:
        """Ask for an experiment: a run of it that waits, trains or has finished, else a new one.

        Args:
            experiment: what to run.
            owner: the session that asks, or TEACHER.
            force: make the next attempt even if there is a run to share.
            asker: the client, where it is one of a network.

        Raises:
            Busy: if the owner has another live run (a teacher may have several).
            TooManyRuns: if the asker's network has too many.
            StoreFull: if there is no room and nothing that may be deleted.
        """
        self.mark_lost()
        with self.reading() as connection:
            address = address_of(connection, experiment, owner)
        for _ in range(20):
            try:
                with self.writing() as connection:
                    shared = None if force else shared_run(connection, address)
                    return shared or new_run(connection, address, experiment, owner, self.quota, asker)
            except IntegrityError:  # somebody made this very attempt at the same moment: share it
                force = False
        raise StoreError("Too many people asked for this experiment at once; ask again.")

    def run(self, run_id: str) -> RunRecord:
        """Return a run; whoever knows the id may.

        Raises:
            UnknownRun: if there is none (never made, or deleted since).
        """
        with self.reading() as connection:
            record = find_run(connection, run_id)
        if record.state in HELD and run_id in self.mark_lost():
            return self.run(run_id)
        return record

    def runs(
        self, owner: str | None = None, kind: str | None = None, limit: int | None = None
    ) -> list[RunRecord]:
        """Return the runs that `owner` may see, newest first: everyone's but trials', and their own private ones.

        Args:
            owner: a session, or None for somebody without runs of their own.
            kind: only runs of this kind of experiment.
            limit: only so many; a list that is drawn at every click should have one.
        """
        for_all = _runs.private.is_(False) & (_runs.owner != TRIALS)
        return self._listed(for_all | (_runs.owner == (owner or "")), kind, limit)

    def own_runs(self, owner: str, kind: str, limit: int | None = None) -> list[RunRecord]:
        """Return the runs of a kind that `owner` has started, newest first."""
        return self._listed(_runs.owner == owner, kind, limit)

    def _listed(self, whose: sa.ColumnElement[bool], kind: str | None, limit: int | None) -> list[RunRecord]:
        self.mark_lost()
        query = sa.select(*RECORD_COLUMNS).where(whose)
        if kind is not None:
            query = query.where(_runs.kind == kind)
        with self.reading() as connection:
            rows = connection.execute(query.order_by(_runs.created.desc(), _runs.id).limit(limit))
            return [RunRecord(**row._mapping) for row in rows]

    def events(self, run_id: str, after: int = 0) -> list[StoredEvent]:
        """Return the measurements and notes numbered above `after`, in order."""
        with self.reading() as connection:
            return artifacts.read_events(connection, run_id, after)

    def snapshots(self, run_id: str) -> list[SnapshotInfo]:
        """Return where in the training snapshots were taken."""
        with self.reading() as connection:
            return artifacts.read_snapshots(connection, run_id)

    def weights(self, run_id: str, step: int | None = None, arm: str = "") -> dict[str, np.ndarray]:
        """Return the weights of the snapshot at `step`; without a step the final ones, or else the newest.

        Raises:
            StoreError: if there are none yet.
        """
        with self.reading() as connection:
            found = artifacts.read_weights(connection, run_id, step, arm)
        if found is None:
            raise StoreError(f"Run {run_id} has no weights{'' if step is None else f' at step {step}'}.")
        return found

    def extras(self, run_id: str) -> dict[str, Any]:
        """Return what is needed beside the weights to use them (the vocabulary); {} while there is none."""
        with self.reading() as connection:
            return connection.execute(sa.select(_runs.extras).where(_runs.id == run_id)).scalar() or {}

    def ask(self, run_id: str, owner: str, request: Request) -> RunRecord:
        """Ask a run to stop, pause or resume; what its state does not allow is ignored. `NotYours` if it is not."""
        with self.writing() as connection:
            record = own_run(connection, run_id, owner)
            update = sa.update(schema.runs).where(_runs.id == run_id)
            if record.state in HELD:
                connection.execute(update.values(asked=request))
            elif record.state == "waiting" and request == "stop":
                message = "Stopped before it started."
                connection.execute(update.values(state="stopped", ended=datetime.now(UTC), message=message))
            return find_run(connection, run_id)

    def pin(self, run_id: str, owner: str, pinned: bool) -> RunRecord:
        """Keep a run from being deleted to make room, or no longer."""
        with self.writing() as connection:
            own_run(connection, run_id, owner)
            connection.execute(sa.update(schema.runs).where(_runs.id == run_id).values(pinned=pinned))
            return find_run(connection, run_id)

    def rename(self, run_id: str, owner: str, label: str) -> RunRecord:
        """Give a run a name of its owner's own, or take it back with ""."""
        with self.writing() as connection:
            own_run(connection, run_id, owner)
            keep_label(connection, run_id, label)
            return find_run(connection, run_id)

    def delete(self, run_id: str, owner: str) -> None:
        """Delete a run with its events and weights; a worker that holds it leaves it."""
        with self.writing() as connection:
            own_run(connection, run_id, owner)
            retention.delete_run(connection, run_id)

    def place_in_queue(self, run_id: str) -> QueuePlace:
        """Return one's position among the waiting and the expected wait."""
        with self.reading() as connection:
            return queue.place_of(connection, run_id, datetime.now(UTC))

    def mark_lost(self) -> list[str]:
        """Mark the runs whose worker has been silent for ten seconds (a slow one takes it back); return their ids.

        A store that cannot be written now is the likelier reason for the silence: then nothing is marked.
        """
        silent = _runs.state.in_(HELD) & (_runs.heartbeat < datetime.now(UTC) - queue.SILENCE)
        with self.reading() as connection:
            ids = list(connection.execute(sa.select(_runs.id).where(silent)).scalars())
        if not ids or self.trouble.is_recent():
            return []
        values = {"state": "lost", "message": LOST_MESSAGE, "ended": datetime.now(UTC), "asked": None}
        update = sa.update(schema.runs).where(_runs.id.in_(ids), silent).values(**values)
        with suppress(StoreUnavailable), self.writing(LITTLE_PATIENCE) as connection:
            return ids if connection.execute(update).rowcount else []
        return []
