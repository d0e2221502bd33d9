"""Runs as a page finds them, made without a worker, and what the page says of them."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.runs.events import Progress, Snapshot
from seqviz.runs.store import schema
from seqviz.runs.store.artifacts import Batch
from seqviz.runs.store.worker_client import WorkerClient
from seqviz.ui.server.engine import store

QUICK = SentimentExperiment(cell="rnn", hidden_sizes=(2,), embedding_dim=2, num_epochs=1, batch_size=512)


def said(at):
    assert not at.exception, at.exception
    return " ".join(each.value for kind in (at.caption, at.markdown, at.warning, at.info) for each in kind)


def run_of(at):
    given = at.query_params["run"]
    return given if isinstance(given, str) else given[0]


def labels(at):
    return [button.label for button in at.button]


def ended(experiment, state, *events, message="", owner="another session"):
    """Make a run that ended so after some events."""
    record = store().submit(experiment, f"{owner}, {state}")
    desk = WorkerClient(store(), f"worker of {record.id}")
    batch = Batch()
    for event in events:
        if isinstance(event, Snapshot):
            batch.snapshots.append(event)
        elif isinstance(event, Progress):
            batch.progress = event
        elif isinstance(event, dict):
            batch.extras = event
        else:
            batch.events.append(event)
    with store().writing() as connection:
        table = schema.runs
        values = {
            "state": "running",
            "worker": desk.name,
            "heartbeat": datetime.now(UTC),
            "started": datetime.now(UTC),
        }
        connection.execute(sa.update(table).where(table.c.id == record.id).values(**values))
    desk.append(record.id, batch)
    if state not in ("running", "paused"):
        desk.end(record.id, state, message or f"It {state}.", 1.0)
    elif state == "paused":
        desk.switch(record.id, "paused", "pause")
    return store().run(record.id)
