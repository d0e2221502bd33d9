"""A store that is locked, full or read-only: it is read, it says why it cannot be written, and nothing is lost."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from seqviz.runs.store import schema
from seqviz.runs.store.store import Store
from seqviz.runs.store.trouble import RECENT, StoreUnavailable, Trouble
from seqviz.runs.store.worker_client import WorkerClient
from seqviz.runs.workers import execution
from seqviz.runs.workers.execution import Execution
from tests.runs.counting import REGISTERED, CountingExperiment
from tests.runs.finished import COUNT
from tests.runs.waiting import seconds_until


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A SQLite store whose writers wait briefly."""
    monkeypatch.setenv("SEQVIZ_EXPERIMENTS", REGISTERED)
    with Store(f"sqlite:///{tmp_path / 'store.sqlite'}", patience=0.1) as opened:
        yield opened


@contextmanager
def locked(store: Store) -> Iterator[None]:
    """Write to the store from elsewhere, without an end."""
    other = sqlite3.connect(
        store.url.removeprefix("sqlite:///"), isolation_level=None, check_same_thread=False
    )
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@contextmanager
def pragma(store: Store, words: str, undo: str) -> Iterator[None]:
    """Set something on every connection that the store opens."""

    def listen(connection, _record):
        connection.execute(f"PRAGMA {words}")

    store.engine.dispose()
    sa.event.listen(store.engine, "connect", listen)
    yield
    sa.event.remove(store.engine, "connect", listen)
    with store.reading() as connection:
        connection.exec_driver_sql(f"PRAGMA {undo}")
    store.engine.dispose()


def full(store: Store):
    return pragma(store, "max_page_count = 1", "max_page_count = 1073741823")


def read_only(store: Store):
    return pragma(store, "query_only = ON", "query_only = OFF")


@pytest.mark.parametrize(
    ("in_trouble", "why"),
    [(locked, "another program is writing"), (full, "the disk is full"), (read_only, "only be read")],
)
def test_a_store_that_cannot_be_written_says_why_is_read_and_takes_it_later(store, in_trouble, why, caplog):
    kept = store.submit(COUNT, "anna")
    other = replace(COUNT, steps=4, corpus="x" * 20_000)
    with in_trouble(store):
        for _ in range(5):
            with pytest.raises(StoreUnavailable, match=f"{why}.*try again in a moment"):
                store.submit(other, "ben")
        assert store.runs() == [kept]
        assert store.run(kept.id) == kept
        assert store.events(kept.id) == []
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert store.submit(other, "ben").state == "waiting"
    assert "can be written again; 5 attempts had failed" in caplog.records[-1].getMessage()


def test_a_store_is_opened_and_read_while_another_program_writes(store):
    kept = store.submit(COUNT, "anna")
    with locked(store), Store(store.url, patience=0.1) as opened:
        assert opened.run(kept.id) == kept


def test_who_has_waited_in_vain_does_not_let_the_next_page_wait_as_long(store):
    store.patience = 1.0
    with locked(store):
        for least, most in ((1.0, 60.0), (0.0, 0.9)):
            started = time.monotonic()
            with pytest.raises(StoreUnavailable):
                store.submit(COUNT, "anna")
            assert least <= time.monotonic() - started < most


def test_no_run_is_called_lost_while_the_store_cannot_be_written(store):
    run = store.submit(COUNT, "anna")
    desk = WorkerClient(store, "worker")
    desk.claim(run.id)
    with store.writing() as connection:
        connection.execute(sa.update(schema.runs).values(heartbeat=datetime.now(UTC) - timedelta(seconds=40)))
    with locked(store):
        assert store.run(run.id).state == "running"
    assert store.run(run.id).state == "running"
    desk.heartbeat(run.id)
    assert store.run(run.id).state == "running"


@pytest.mark.parametrize("lost_meanwhile", [False, True])
def test_a_run_through_a_locked_store_keeps_all_that_it_measured(store, monkeypatch, lost_meanwhile):
    monkeypatch.setattr(execution, "RETRY_EVERY", 0.05)
    run_id = store.submit(CountingExperiment(steps=12, seconds_a_step=0.1), "anna").id
    with Store(store.url, patience=0.1) as of_worker:
        claimed = WorkerClient(of_worker, "worker").claim(run_id)
        assert claimed is not None
        thread = threading.Thread(target=Execution(WorkerClient(of_worker, "worker"), claimed).execute)
        thread.start()
        seconds_until(lambda: store.events(run_id))
        if lost_meanwhile:
            with store.writing() as connection:
                connection.execute(sa.update(schema.runs).values(state="lost", message="silent"))
        with locked(store):
            thread.join(1.7)  # longer than its training takes: the result is there, and waits
            assert thread.is_alive()
        thread.join(30.0)
    record = store.run(run_id)
    assert (record.state, record.message) == ("finished", "")
    assert [event.step for _, event in store.events(run_id)] == list(range(1, 13))
    assert len(store.snapshots(run_id)) == 12
    assert store.weights(run_id)["count"] == [12]


def test_each_cause_is_logged_once_until_it_is_over(caplog):
    caplog.set_level(logging.WARNING)
    now = [0.0]
    trouble = Trouble(lambda: now[0])
    for said in ("database is locked", "database is locked", "database or disk is full", "strange"):
        trouble.refused("saved", sqlite3.OperationalError(said))
    assert len(caplog.records) == 3
    assert trouble.is_recent()
    now[0] = RECENT
    assert not trouble.is_recent()
    trouble.wrote()
    trouble.wrote()
    assert len(caplog.records) == 4
    trouble.refused("saved", sqlite3.OperationalError("database is locked"))
    assert len(caplog.records) == 5
