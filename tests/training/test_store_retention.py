"""Which runs make room for others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seqviz.training.store_records import TEACHER, StoreFull, UnknownRun
from seqviz.training.store_retention import Quota
from tests.training.finished import COUNT, finish


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
