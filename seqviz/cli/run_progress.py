"""Watch a run from the terminal until it ends."""

from __future__ import annotations

import sys
import time

from seqviz.cli.command import CommandError
from seqviz.runs.events import Metrics
from seqviz.runs.store.records import TEACHER, NotYours, RunRecord
from seqviz.runs.store.store import Store
from seqviz.runs.workers.process import WorkerProcess

LOOK_EVERY = 0.1
SAY_EVERY = 2.0  # seconds between two lines of progress
PATIENCE = 5.0  # seconds that a worker has to stop


def run_and_follow(store: Store, record: RunRecord) -> RunRecord:
    """Train a waiting run in a worker of its own, or watch one that trains already; return it as it ended.

    Ctrl-C stops the run.

    Raises:
        CommandError: if it did not finish; the sentence says why.
    """
    worker = WorkerProcess(store, "--only", record.id) if record.state == "waiting" else None
    try:
        record = _follow(store, record.id, worker)
    except KeyboardInterrupt:
        _stop(store, record.id)
        raise
    finally:
        if worker is not None:
            worker.ask_to_end()
            worker.wait(PATIENCE)
    if record.state != "finished":
        raise CommandError(f"Run {record.id} {record.state}: {record.message}")
    return record


def _follow(store: Store, run_id: str, worker: WorkerProcess | None) -> RunRecord:
    said, said_at = "", 0.0
    while (record := store.run(run_id)).is_live:
        if worker is not None and worker.has_ended():
            _give_up(store, run_id, worker)
        doing = f"{record.state} · {record.doing}"
        if record.doing and (doing != said or time.monotonic() - said_at > SAY_EVERY):
            print(_progress(store, record), file=sys.stderr, flush=True)
            said, said_at = doing, time.monotonic()
        time.sleep(LOOK_EVERY)
    return record


def _give_up(store: Store, run_id: str, worker: WorkerProcess) -> None:
    """Our worker has ended: what it held is lost, and what nobody took is not left to wait for ever."""
    worker.mark_lost()
    if store.run(run_id).state == "waiting":
        store.ask(run_id, TEACHER, "stop")


def _progress(store: Store, record: RunRecord) -> str:
    parts = [f"{record.state:8}", f"{record.fraction:4.0%}", record.doing]
    if record.seconds_left:
        parts.append(f"{record.seconds_left:.0f} s left")
    latest: dict[str, float] = {}
    for _, event in store.events(record.id):
        latest |= event.values if isinstance(event, Metrics) else {}
    parts += [f"{name.replace('_', ' ')} {value:.3f}" for name, value in latest.items()]
    return " · ".join(part for part in parts if part)


def _stop(store: Store, run_id: str) -> None:
    """Stop the run if it is the teacher's, and wait until it has stopped."""
    try:
        store.ask(run_id, TEACHER, "stop")
    except NotYours:
        return
    give_up = time.monotonic() + PATIENCE
    while store.run(run_id).is_live and time.monotonic() < give_up:
        time.sleep(LOOK_EVERY)
