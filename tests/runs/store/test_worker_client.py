"""The store as a worker sees it: what it takes, what it loses, and what it takes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
import sqlalchemy as sa

from seqviz.runs.events import Finished, Snapshot
from seqviz.runs.store import schema
from seqviz.runs.store.artifacts import Batch
from seqviz.runs.store.worker_client import RunGone, WorkerClient
from tests.runs.finished import COUNT


def test_one_of_many_workers_gets_a_run(store):
    run = store.submit(COUNT, "anna")
    claims = [WorkerClient(store, f"{k}").claim(run.id) for k in range(3)]
    assert [claim is not None for claim in claims] == [True, False, False]


def test_a_worker_that_was_only_slow_takes_its_lost_run_back_as_it_was(store, desk):
    run = store.submit(COUNT, "anna")
    desk.claim(run.id)
    desk.switch(run.id, "paused", "pause")
    with store.writing() as connection:
        connection.execute(sa.update(schema.runs).values(heartbeat=datetime.now(UTC) - timedelta(seconds=11)))
    assert store.run(run.id).state == "lost"
    assert desk.asked(run.id) is None
    record = store.run(run.id)
    assert (record.state, record.message, record.ended) == ("paused", "", None)
    desk.finish(run.id, Finished({}, {}), 1.0)
    assert store.run(run.id).state == "finished"
    with pytest.raises(RunGone):
        WorkerClient(store, "another").heartbeat(run.id)


def test_a_worker_learns_that_its_run_was_deleted(store, desk):
    run = store.submit(COUNT, "anna")
    desk.claim(run.id)
    store.delete(run.id, "anna")
    for attempt in (
        lambda: desk.asked(run.id),
        lambda: desk.append(run.id, Batch(snapshots=[Snapshot(1, 0.0, {"w": np.zeros(1)})])),
        lambda: desk.finish(run.id, Finished({}, {"w": np.zeros(1)}), 1.0),
    ):
        with pytest.raises(RunGone):
            attempt()


def test_a_request_made_while_another_is_answered_is_not_forgotten(store, desk):
    run = store.submit(COUNT, "anna")
    desk.claim(run.id)
    store.ask(run.id, "anna", "pause")
    store.ask(run.id, "anna", "stop")
    desk.switch(run.id, "paused", "pause")
    assert desk.asked(run.id) == "stop"
