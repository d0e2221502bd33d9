"""The runner: a fixed pool of worker processes, kept alive as long as the server lives."""

from __future__ import annotations

import logging
import os
import threading
import time
import uuid
from contextlib import suppress
from typing import Self

from seqviz.runs.store.queue import LONG_SECONDS
from seqviz.runs.store.records import RunRecord, StoreError
from seqviz.runs.store.store import Store
from seqviz.runs.store.trouble import StoreUnavailable
from seqviz.runs.store.worker_client import WorkerClient
from seqviz.runs.workers.execution import Execution
from seqviz.runs.workers.process import WorkerProcess

LOOK_EVERY = 0.25  # seconds between two looks at the workers
PATIENCE = 5.0  # seconds a worker has to end by itself
LONGEST_DELAY = 30.0  # seconds before a worker that keeps ending at once is started again

log = logging.getLogger(__name__)


def default_num_workers() -> int:
    """Return SEQVIZ_WORKERS, else one worker per core that this process may use."""
    named = os.environ.get("SEQVIZ_WORKERS")
    if named:
        return max(1, int(named))
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Slot:
    """One place in the pool, with the process that fills it.

    Args:
        store: where its worker takes runs.
        arguments: of `seqviz.runs.workers.worker`.
    """

    def __init__(self, store: Store, *arguments: str) -> None:
        self.store, self.arguments = store, arguments
        self.delay = 0.0
        self.fill()

    def fill(self) -> None:
        """Start a process."""
        self.process = WorkerProcess(self.store, *self.arguments)
        self.started = time.monotonic()

    def look(self) -> None:
        """Mark what an ended process held as lost, and start another; ever later if it ends at once."""
        if not self.process.has_ended():
            return
        self.process.mark_lost()
        alive = time.monotonic() - self.started
        if alive > PATIENCE:
            self.delay = 0.0
        if alive > self.delay:
            self.delay = min(LONGEST_DELAY, 2 * self.delay + 0.5)
            self.process.wait()
            self.fill()


class Runner:
    """A pool of worker processes; where there are two or more, the first takes short runs only.

    Args:
        store: where they take their runs; its URL must mean the same in another process.
        num_workers: None stands for `default_num_workers()`.
    """

    def __init__(self, store: Store, num_workers: int | None = None) -> None:
        self.store = store
        self.num_workers = num_workers or default_num_workers()
        self._slots: list[Slot] = []
        self._over = threading.Event()
        self._supervisor = threading.Thread(target=self._supervise, name="runner", daemon=True)

    def start(self) -> None:
        """Start the workers and the thread that looks after them."""
        limits = ["--limit-seconds", os.environ.get("SEQVIZ_RUN_SECONDS", "3600")]
        limits += ["--memory-gigabytes", os.environ.get("SEQVIZ_RUN_GIGABYTES", "4")]
        short = ["--longest-seconds", str(LONG_SECONDS)]
        for index in range(self.num_workers):
            lane = short if index == 0 and self.num_workers > 1 else []
            self._slots.append(Slot(self.store, *limits, *lane))
        self._supervisor.start()

    def close(self) -> None:
        """End the workers; runs that they hold are marked lost, waiting ones go on waiting."""
        self._over.set()
        self._supervisor.join()
        for slot in self._slots:
            slot.process.ask_to_end()
        for slot in self._slots:
            slot.process.wait(PATIENCE)
            with suppress(StoreUnavailable):  # who looks at its run finds it silent
                slot.process.mark_lost()
        self._slots.clear()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pids(self) -> list[int]:
        """The ids of the worker processes."""
        return [slot.process.pid for slot in self._slots]

    def _supervise(self) -> None:
        while not self._over.wait(LOOK_EVERY):
            try:
                for slot in self._slots:
                    slot.look()
            except StoreUnavailable:  # the store has logged why
                pass
            except OSError:
                log.exception("A worker could not be looked after; looking again")


def run_in_process(store: Store, run_id: str) -> RunRecord:
    """Run a waiting run to its end here and now, recording what a worker would; for tests.

    Raises:
        StoreError: if the run does not wait.
    """
    desk = WorkerClient(store, uuid.uuid4().hex)
    claimed = desk.claim(run_id)
    if claimed is None:
        raise StoreError(f"Run {run_id} is {store.run(run_id).state}, not waiting.")
    Execution(desk, claimed).execute()
    return store.run(run_id)
