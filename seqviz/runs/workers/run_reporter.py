"""The thread beside a run: it writes what the run yields, says that it lives, and listens to its owner."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Self

from seqviz.runs.events import Event, Extras, Metrics, Note, Progress, Snapshot
from seqviz.runs.store.artifacts import Batch
from seqviz.runs.store.records import Request
from seqviz.runs.store.trouble import StoreUnavailable
from seqviz.runs.store.worker_client import RunGone, WorkerClient

LOOK_EVERY = 0.25  # seconds between two looks at the store
HEARTBEAT_EVERY = 1.0


class RunReporter:
    """Carries events to the store and requests from it, so that the training thread never waits for either.

    Args:
        desk: the worker's side of the store.
        run_id: the run this worker holds.
        after_look: called after each look, in this thread.

    Attributes:
        asked: what the owner asked for last, or None.
        gone: the run was deleted or marked lost: leave it.
    """

    def __init__(self, desk: WorkerClient, run_id: str, after_look: Callable[[], None]) -> None:
        self.desk, self.run_id, self.after_look = desk, run_id, after_look
        self.asked: Request | None = None
        self.gone = False
        self._batch = Batch()
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._over = threading.Event()
        self._last_write = time.monotonic()
        self._thread = threading.Thread(target=self._look_on, name=f"watch {run_id}", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def add(self, event: Event) -> None:
        """Take in one event; it is written at the next look."""
        with self._lock:
            if isinstance(event, Progress):
                self._batch.progress = event
            elif isinstance(event, Snapshot):
                self._batch.snapshots.append(event)
            elif isinstance(event, Extras):
                self._batch.extras = event.content
            elif isinstance(event, Metrics | Note):
                self._batch.events.append(event)

    def flush(self) -> None:
        """Write what has been taken in."""
        with self._writing:
            with self._lock:
                batch, self._batch = self._batch, Batch()
            if not batch.is_empty():
                self._write(batch)

    def _write(self, batch: Batch) -> None:
        try:
            self.desk.append(self.run_id, batch)
        except StoreUnavailable:
            with self._lock:
                self._batch = batch.followed_by(self._batch)
            raise
        self._last_write = time.monotonic()

    def answer(self, request: Request) -> None:
        """Tell the store that the run has paused or resumed, as was asked."""
        self.flush()
        self.desk.switch(self.run_id, "paused" if request == "pause" else "running", request)
        self.asked = None

    def _look_on(self) -> None:
        while not self._over.wait(LOOK_EVERY):
            try:
                self._look()
            except RunGone:
                self.gone = True
            except StoreUnavailable:  # the store has logged why; the run goes on, and the batch is kept
                pass
            self.after_look()

    def _look(self) -> None:
        self.flush()
        if time.monotonic() - self._last_write > HEARTBEAT_EVERY:
            self.desk.heartbeat(self.run_id)
            self._last_write = time.monotonic()
        self.asked = self.desk.asked(self.run_id)
