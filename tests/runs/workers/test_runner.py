"""Worker processes, for real: they react, they are replaced, they end with their server."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from seqviz.runs.store.store import Store
from seqviz.runs.workers.runner import Runner, default_num_workers
from tests.runs.counting import REGISTERED, CountingExperiment
from tests.runs.fresh import empty_store_url
from tests.runs.waiting import seconds_until

SLOW = CountingExperiment(steps=2_000, seconds_a_step=0.05)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEQVIZ_EXPERIMENTS", REGISTERED)
        with Store(empty_store_url(tmp_path_factory.mktemp("runner"))) as opened:
            yield opened


@pytest.fixture(scope="module")
def runner(store: Store) -> Iterator[Runner]:
    with Runner(store, num_workers=1) as started:
        yield started


def start(store: Store, experiment: CountingExperiment) -> str:
    """Ask for a run and wait until it has told something."""
    run_id = store.submit(experiment, "anna", force=True).id
    seconds_until(lambda: store.events(run_id))
    return run_id


def seconds_to(store: Store, run_id: str, state: str) -> float:
    return seconds_until(lambda: store.run(run_id).state == state)


def test_pause_resume_and_stop_act_within_a_second(store, runner):
    run_id = start(store, SLOW)
    for request, state in (("pause", "paused"), ("resume", "running"), ("stop", "stopped")):
        store.ask(run_id, "anna", request)
        assert seconds_to(store, run_id, state) < 1.0


def test_a_stop_acts_within_a_second_on_an_experiment_that_yields_nothing(store, runner):
    run_id = start(store, CountingExperiment(trouble="sleeps"))
    store.ask(run_id, "anna", "stop")
    assert seconds_to(store, run_id, "stopped") < 1.0


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_a_run_that_wants_all_memory_fails_in_a_sentence_and_the_worker_lives_on(store, runner):
    before = runner.pids
    run_id = start(store, CountingExperiment(trouble="eats memory"))
    seconds_to(store, run_id, "failed")
    assert "more memory than a run may take" in store.run(run_id).message
    assert runner.pids == before


def test_a_killed_worker_leaves_its_run_lost_and_the_next_run_starts(store, runner):
    run_id = start(store, SLOW)
    os.kill(runner.pids[0], signal.SIGKILL)
    assert seconds_to(store, run_id, "lost") < 10.0
    assert "ended unexpectedly" in store.run(run_id).message
    seconds_to(store, store.submit(CountingExperiment(steps=1), "anna").id, "finished")


def has_ended(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().split()[2] == "Z"  # ended, and nobody has asked how


# SIGTERM: tests/browser/test_boot.py
@pytest.mark.parametrize(("how", "num_workers"), [(signal.SIGKILL, 1), (signal.SIGINT, 1)])
def test_workers_end_with_their_server_and_waiting_runs_go_on_waiting(
    tmp_path, monkeypatch, how, num_workers
):
    monkeypatch.setenv("SEQVIZ_WORKERS", str(num_workers))
    monkeypatch.setenv("SEQVIZ_EXPERIMENTS", REGISTERED)
    monkeypatch.setenv("SEQVIZ_STORE", f"sqlite:///{tmp_path / 'store.sqlite'}")
    with Store() as store:
        held = [
            store.submit(CountingExperiment(steps=500 + k, seconds_a_step=0.05), f"{k}").id
            for k in range(num_workers)
        ]
        command = [sys.executable, "-m", "tests.runs.server", "120"]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as server:
            assert server.stdout is not None
            pids = [int(pid) for pid in server.stdout.readline().split()]
            seconds_until(lambda: all(store.run(run_id).state == "running" for run_id in held))
            waiting = store.submit(CountingExperiment(steps=7), "3").id
            server.send_signal(how)
        assert seconds_until(lambda: all(map(has_ended, pids))) < 5.0
        assert {store.run(run_id).state for run_id in held} == {"lost"}
        assert store.run(waiting).state == "waiting"


def test_the_environment_says_how_many_workers_there_are(monkeypatch):
    monkeypatch.setenv("SEQVIZ_WORKERS", "3")
    assert default_num_workers() == 3
    monkeypatch.delenv("SEQVIZ_WORKERS")
    assert 1 <= default_num_workers() <= (os.cpu_count() or 1)
