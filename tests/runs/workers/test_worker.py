"""The loop of a worker, in this process."""

from __future__ import annotations

import importlib
import signal
import subprocess
import sys

import pytest

from seqviz.runs.store.store import Store
from seqviz.runs.store.worker_client import WorkerClient
from seqviz.runs.workers import worker as worker_module
from seqviz.runs.workers.execution import StopNow
from seqviz.runs.workers.worker import Worker, options
from tests.runs.counting import REGISTERED, CountingExperiment
from tests.runs.fresh import empty_store_url


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("SEQVIZ_EXPERIMENTS", REGISTERED)
    with Store(empty_store_url(tmp_path)) as opened:
        yield opened


def test_torch_is_loaded_before_a_run_is_taken(store, monkeypatch):
    run_id = store.submit(CountingExperiment(steps=1), "anna").id
    states = []
    monkeypatch.setattr(worker_module, "warm_up", lambda: states.append(store.run(run_id).state))
    Worker(WorkerClient(store, "w"), options(["--name", "w", "--only", run_id])).work()
    assert states == ["waiting"] and store.run(run_id).state == "finished"


class Stopped:
    """Stands for a run that its owner has stopped."""

    def interrupt(self) -> None:
        raise StopNow


def test_a_module_being_imported_is_let_finish_before_a_run_stops(store, tmp_path, monkeypatch):
    worker = Worker(WorkerClient(store, "w"), options(["--name", "w"]))
    worker.execution = Stopped()
    before = signal.signal(signal.SIGINT, worker.interrupt)
    try:
        (tmp_path / "nudged_on_import.py").write_text(
            "import signal\nsignal.raise_signal(signal.SIGINT)\nwhole = True\n"
        )
        monkeypatch.syspath_prepend(str(tmp_path))
        assert importlib.import_module("nudged_on_import").whole
        with pytest.raises(StopNow):
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)


ENDING = """
import os, threading
from seqviz.runs.workers.worker import _end_with_the_server
reading, read = threading.Event(), os.read
def noted(*arguments):
    reading.set()
    return read(*arguments)
os.read = noted
threading.Thread(target=_end_with_the_server, args=(None,), daemon=True).start()
reading.wait(5)
"""


def test_a_worker_that_is_done_ends_in_silence_while_its_pipe_is_open():
    with subprocess.Popen(
        [sys.executable, "-c", ENDING], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert process.stderr.read() == ""
        assert process.wait() == 0
