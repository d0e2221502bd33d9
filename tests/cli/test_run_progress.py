"""A run followed from the terminal: once by a program and a worker of their own."""

from __future__ import annotations

import signal
import subprocess
import sys

from seqviz.cli.main import main
from seqviz.runs.store.records import TEACHER
from seqviz.runs.store.store import Store
from tests.cli.tiny import TINY
from tests.runs.waiting import seconds_until


def test_a_training_that_fails_says_why(capsys):
    assert main(["train", "--corpus", "upload:AAAAAAAAAAAAAAAAAAAAAA", *TINY]) == 2
    assert "failed: This uploaded file is no longer here" in capsys.readouterr().err.splitlines()[-1]


def test_ctrl_c_stops_the_run(reviews):
    long = ["--corpus", str(reviews), "--seed", "99", "--num-epochs", "50", "--batch-size", "1"]
    command = [sys.executable, "-m", "seqviz", "train", *long, "--hidden-sizes", "256"]
    with Store() as store, subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as training:
        seconds_until(
            lambda: any(run.config["seed"] == 99 and store.events(run.id) for run in store.runs(TEACHER))
        )
        training.send_signal(signal.SIGINT)
        _, said = training.communicate(timeout=20)
        assert training.returncode == 130
        assert said.splitlines()[-1] == "Stopped."
        assert [run.state for run in store.runs(TEACHER) if run.config["seed"] == 99] == ["stopped"]
