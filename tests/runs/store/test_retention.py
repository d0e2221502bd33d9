"""Which runs make room for others."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqviz.runs.events import Finished
from seqviz.runs.store.records import TEACHER, Asker, StoreFull, UnknownRun
from seqviz.runs.store.retention import Quota
from seqviz.runs.store.store import Store
from seqviz.runs.store.worker_client import WorkerClient
from tests.runs.finished import COUNT, finish


def test_the_oldest_runs_that_are_over_and_not_pinned_make_room(store, desk):
    store.quota = Quota(num_runs=3)
    first, second, third = (finish(store, desk, replace(COUNT, steps=k)) for k in (1, 2, 3))
    store.pin(first, "anna", True)
    store.submit(replace(COUNT, steps=4), "anna")
    assert {run.id for run in store.runs()} >= {first, third}
    with pytest.raises(UnknownRun):
        store.run(second)
    assert store.events(second) == []


def test_a_pin_keeps_no_run_that_broke_off(store, desk):
    store.quota = Quota(num_runs=1)
    run = store.submit(COUNT, TEACHER)
    store.ask(run.id, TEACHER, "stop")
    assert store.run(run.id).pinned
    assert store.submit(replace(COUNT, steps=2), TEACHER).state == "waiting"
    with pytest.raises(UnknownRun):
        store.run(run.id)


def test_a_store_full_of_bytes_makes_room_or_refuses(store, desk):
    store.quota = Quota(num_bytes=10)
    run_id = finish(store, desk)
    store.pin(run_id, "anna", True)
    with pytest.raises(StoreFull, match="no room"):
        store.submit(replace(COUNT, steps=2), "ben")
    store.pin(run_id, "anna", False)
    assert store.submit(replace(COUNT, steps=2), "ben").state == "waiting"


@settings(max_examples=8)
@given(st.text("abc", min_size=7, max_size=20))
def test_only_who_holds_the_most_loses_a_run(clients):
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(f"sqlite:///{folder}/store", Quota(num_runs=6)) as store,
    ):
        desk = WorkerClient(store, "worker")
        for steps, client in enumerate(clients, 1):
            before = Counter(run.owner for run in store.runs())
            finish(store, desk, replace(COUNT, steps=steps), owner=client)
            after = Counter(run.owner for run in store.runs())
            after[client] -= 1
            for loser in before - after:
                assert before[loser] == max(before.values())
        assert len(store.runs()) <= 6


def test_a_thousand_runs_of_one_client_cost_a_class_nothing(store, desk):
    store.quota = Quota(num_runs=12)
    of_class = {finish(store, desk, replace(COUNT, steps=k), owner=f"student {k}") for k in range(1, 9)}
    for number in range(20, 60):
        asker = Asker("no cookie, 192.0.2.7", "192.0.2.7", 300)
        run = store.submit(replace(COUNT, steps=number), f"nameless {number}", asker=asker)
        desk.claim(run.id)
        desk.finish(run.id, Finished({}, {}), 1.0)
    kept = {run.id for run in store.runs()}
    assert of_class <= kept
    assert len(kept) == 12
