"""What a run hands in comes back from the store."""

from __future__ import annotations

from datetime import UTC

import numpy as np

from seqviz.runs.events import Finished, Metrics, Note, Progress, Snapshot
from seqviz.runs.store import artifacts
from seqviz.runs.store.artifacts import Batch
from tests.runs.finished import COUNT


def test_events_come_back_in_order_from_where_one_left_off(store, desk):
    run = store.submit(COUNT, "anna")
    desk.claim(run.id)
    desk.append(
        run.id, Batch([Metrics(1, 0.5, 0.1, {"loss": np.float32(0.5)}), Note("sample", {"text": "a"})])
    )
    desk.append(run.id, Batch([Metrics(2, 1.0, 0.2, {"loss": 0.25, "norm": float("nan")})]))
    events = store.events(run.id)
    assert [number for number, _ in events] == [1, 2, 3]
    assert [event for _, event in events[1:]] == [
        Note("sample", {"text": "a"}),
        Metrics(2, 1.0, 0.2, {"loss": 0.25}),
    ]
    assert store.events(run.id, after=2) == events[2:]
    assert store.events(run.id, after=3) == []


def test_the_record_tells_the_progress(store, desk):
    run = store.submit(COUNT, "anna")
    desk.claim(run.id)
    desk.append(run.id, Batch(progress=Progress(0.5, 3.0, "epoch 1 of 2")))
    record = store.run(run.id)
    assert (record.fraction, record.seconds_left, record.doing) == (0.5, 3.0, "epoch 1 of 2")
    assert record.started is not None
    assert record.started.tzinfo is UTC


def test_weights_come_back_by_step_and_the_final_ones_without(store, desk):
    run = store.submit(COUNT, "anna")
    desk.claim(run.id)
    for step in (1, 2):
        desk.append(
            run.id, Batch(snapshots=[Snapshot(step, step / 2, {"w": np.full((2, 3), step, np.float32)})])
        )
    assert [info[:3] for info in store.snapshots(run.id)] == [(1, 0.5, ""), (2, 1.0, "")]
    np.testing.assert_array_equal(store.weights(run.id)["w"], np.full((2, 3), 2, np.float32))
    desk.finish(
        run.id, Finished({"accuracy": np.float64(0.5)}, {"w": np.zeros(2)}, {"vocabulary": ["a"]}), 2.0
    )
    np.testing.assert_array_equal(store.weights(run.id)["w"], np.zeros(2))
    np.testing.assert_array_equal(store.weights(run.id, step=1)["w"], np.ones((2, 3), np.float32))
    record = store.run(run.id)
    assert (record.result, record.seconds, store.extras(run.id)) == (
        {"accuracy": 0.5},
        2.0,
        {"vocabulary": ["a"]},
    )


def test_what_a_run_may_keep_is_bounded(store, desk, monkeypatch):
    monkeypatch.setattr(artifacts, "MAX_EVENTS", 3)
    monkeypatch.setattr(artifacts, "MAX_SNAPSHOTS", 2)
    run = store.submit(COUNT, "anna")
    desk.claim(run.id)
    for step in range(5):
        snapshot = Snapshot(step, 0.0, {"w": np.zeros(2)})
        desk.append(run.id, Batch([Metrics(step, 0.0, 0.0, {})], [snapshot]))
    assert (len(store.events(run.id)), len(store.snapshots(run.id))) == (3, 2)
    monkeypatch.setattr(artifacts, "MAX_SNAPSHOTS", 9)
    monkeypatch.setattr(artifacts, "MAX_SNAPSHOT_BYTES", store.run(run.id).num_bytes)
    desk.append(run.id, Batch(snapshots=[Snapshot(7, 0.0, {"w": np.zeros(2)})]))
    assert len(store.snapshots(run.id)) == 2
