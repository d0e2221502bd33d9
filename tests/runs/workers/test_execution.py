"""One run, to whatever end: in this process."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from seqviz.models.subnormals import are_flushed
from seqviz.runs.experiment import ConfigError
from seqviz.runs.registry import build, experiment_class, known_kinds
from seqviz.runs.store.records import RunRecord, StoreError
from seqviz.runs.store.store import Store
from seqviz.runs.store.worker_client import WorkerClient
from seqviz.runs.workers import execution
from seqviz.runs.workers.execution import Execution
from seqviz.runs.workers.runner import run_in_process
from tests.runs import counting
from tests.runs.counting import REGISTERED, CountingExperiment
from tests.runs.fresh import empty_store_url
from tests.runs.waiting import seconds_until


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("SEQVIZ_EXPERIMENTS", REGISTERED)
    with Store(empty_store_url(tmp_path)) as opened:
        yield opened


def run(store: Store, **settings) -> RunRecord:
    return run_in_process(store, store.submit(CountingExperiment(**settings), "anna").id)


def test_a_run_leaves_its_events_snapshots_result_and_weights_in_the_store(store):
    record = run(store, steps=3)
    assert (record.state, record.fraction, record.message) == ("finished", 1.0, "")
    assert record.result == {"accuracy": 0.5, "epochs": 3, "parameters": 1, "seconds": 0.1}
    assert [event.step for _, event in store.events(record.id)] == [1, 2, 3]
    assert [info.step for info in store.snapshots(record.id)] == [1, 2, 3]
    assert store.weights(record.id)["count"] == [3]
    assert store.extras(record.id) == {"vocabulary": ["<pad>", "<unk>", "one"]}


def test_a_run_trains_without_subnormal_numbers(store, monkeypatch):
    seen = []

    def watched(experiment):
        seen.append(are_flushed())
        yield from counting.train(experiment)

    monkeypatch.setattr(execution, "train", watched)
    assert run(store, steps=1).state == "finished"
    assert seen == [True]
    assert not are_flushed()


def test_a_diverged_run_keeps_what_it_measured_and_says_why(store):
    record = run(store, trouble="diverges")
    assert (record.state, record.message) == ("diverged", "The loss became NaN at step 3.")
    assert len(store.events(record.id)) == 3


def test_an_unexpected_error_is_a_sentence_in_the_store_and_a_traceback_in_the_log(store, caplog):
    with caplog.at_level(logging.ERROR):
        record = run(store, trouble="breaks")
    assert record.state == "failed"
    assert record.message.startswith("The run ended with an error that seqviz does not know: KeyError")
    assert "Traceback" not in record.message
    assert "Traceback" in caplog.text


def test_a_config_that_the_experiment_refuses_fails_with_its_sentence(store):
    submitted = store.submit(CountingExperiment(), "anna")
    with store.writing() as connection:
        connection.exec_driver_sql("""UPDATE runs SET config = '{"steps": 0}'""")
    record = run_in_process(store, submitted.id)
    assert (record.state, record.message) == (
        "failed",
        "The setting steps needs a number of 1 or more, not 0.",
    )


def test_a_run_that_does_not_wait_cannot_be_run(store):
    record = run(store)
    with pytest.raises(StoreError, match="is finished, not waiting"):
        run_in_process(store, record.id)


def test_a_run_beyond_the_time_limit_fails_with_the_limit_in_the_sentence(store):
    claimed = WorkerClient(store, "w").claim(
        store.submit(CountingExperiment(steps=99, seconds_a_step=0.05), "anna").id
    )
    assert claimed is not None
    Execution(WorkerClient(store, "w"), claimed, limit_seconds=0.3).execute()
    record = store.run(claimed.id)
    assert record.state == "failed"
    assert "longer than the 0.005 minutes" in record.message


def in_a_thread(store: Store, **settings) -> tuple[str, threading.Thread]:
    """Start a run beside this thread and wait until it trains."""
    run_id = store.submit(CountingExperiment(**settings), "anna").id
    claimed = WorkerClient(store, "thread").claim(run_id)
    assert claimed is not None
    thread = threading.Thread(target=Execution(WorkerClient(store, "thread"), claimed).execute)
    thread.start()
    seconds_until(lambda: store.events(run_id))
    return run_id, thread


def test_pauses_do_not_count_as_training_and_a_pause_ends_when_asked(store):
    run_id, thread = in_a_thread(store, steps=12, seconds_a_step=0.1)
    store.ask(run_id, "anna", "pause")
    seconds_until(lambda: store.run(run_id).state == "paused")
    time.sleep(0.8)
    store.ask(run_id, "anna", "resume")
    thread.join()
    record = store.run(run_id)
    assert record.state == "finished"
    assert record.started is not None and record.ended is not None and record.seconds is not None
    assert (record.ended - record.started).total_seconds() > record.seconds + 0.8


def test_a_pause_does_not_hold_a_worker_for_ever(store, monkeypatch):
    monkeypatch.setattr(execution, "LONGEST_PAUSE", 0.2)
    monkeypatch.setattr(execution, "LONGEST_PAUSE_WHILE_OTHERS_WAIT", 0.1)
    run_id, thread = in_a_thread(store, steps=50, seconds_a_step=0.05)
    store.ask(run_id, "anna", "pause")
    thread.join()
    record = store.run(run_id)
    assert (record.state, "Paused for too long" in record.message) == ("stopped", True)


def test_a_run_deleted_while_it_trains_is_left(store):
    run_id, thread = in_a_thread(store, steps=400, seconds_a_step=0.05)
    store.delete(run_id, "anna")
    thread.join(5.0)
    assert not thread.is_alive()
    assert store.runs("anna") == []


def test_experiments_are_built_from_the_registry_alone(store):
    assert build("counting", {"steps": 2}) == CountingExperiment(steps=2)
    with pytest.raises(ConfigError, match="No experiment is called 'os:system'"):
        build("os:system", {})
    for kind in known_kinds():
        assert experiment_class(kind).kind == kind
