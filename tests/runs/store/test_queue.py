"""The queue: who is next, and how long one waits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from seqviz.runs.store import schema
from seqviz.runs.store.queue import LONG_SECONDS, priority
from seqviz.runs.store.store import Store
from seqviz.runs.store.worker_client import WorkerClient
from tests.runs.counting import CountingExperiment
from tests.runs.fresh import empty_store_url


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(empty_store_url(tmp_path)) as opened:
        yield opened


def ask(store: Store, expects: float, waited: float = 0.0) -> str:
    """Put a run of `expects` seconds into the queue, `waited` seconds ago."""
    run = store.submit(CountingExperiment(expects=expects), f"owner of {expects}")
    created = datetime.now(UTC) - timedelta(seconds=waited)
    with store.writing() as connection:
        update = sa.update(schema.runs).where(schema.runs.c.id == run.id)
        connection.execute(update.values(created=created, priority=priority(created, expects)))
    return run.id


def test_the_shortest_run_is_next(store):
    long, short = ask(store, 20.0), ask(store, 2.0)
    desk = WorkerClient(store, "worker")
    claimed = [desk.claim_next(), desk.claim_next()]
    assert [run.id for run in claimed if run] == [short, long]
    assert desk.claim_next() is None


def test_a_long_run_that_has_waited_goes_before_short_ones(store):
    old = ask(store, 100.0, waited=99.0)
    ask(store, 2.0)
    claimed = WorkerClient(store, "worker").claim_next()
    assert claimed is not None
    assert claimed.id == old


def test_a_worker_for_short_runs_leaves_the_long_ones(store):
    ask(store, LONG_SECONDS + 1)
    desk = WorkerClient(store, "short lane")
    assert desk.claim_next(LONG_SECONDS) is None
    short = ask(store, LONG_SECONDS)
    claimed = desk.claim_next(LONG_SECONDS)
    assert claimed is not None
    assert claimed.id == short


def test_the_expected_wait_adds_up_the_runs_ahead_on_the_workers_there_are(store):
    first, second, third, fourth = (ask(store, seconds) for seconds in (10.0, 20.0, 25.0, 40.0))
    for name in ("a", "b"):
        WorkerClient(store, name).report(LONG_SECONDS if name == "a" else None)
    places = [store.place_in_queue(run_id) for run_id in (first, second, third, fourth)]
    assert [place.position for place in places] == [1, 2, 3, 4]
    assert [place.expected_wait_seconds for place in places] == [0.0, 0.0, 10.0, 20.0]


def test_a_busy_worker_counts_with_what_is_left_of_its_run(store):
    desk = WorkerClient(store, "a")
    desk.report(None)
    desk.claim(ask(store, 50.0))
    wait = store.place_in_queue(ask(store, 5.0)).expected_wait_seconds
    assert wait == pytest.approx(50.0, abs=2.0)


def test_without_a_worker_nobody_knows_how_long_one_waits(store):
    assert store.place_in_queue(ask(store, 1.0)) == (1, None)


def test_a_run_that_does_not_wait_has_no_place(store):
    run_id = ask(store, 1.0)
    WorkerClient(store, "a").claim(run_id)
    assert store.place_in_queue(run_id).position == 0
    assert store.run(run_id).state == "running"
