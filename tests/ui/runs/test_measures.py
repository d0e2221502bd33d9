from __future__ import annotations

from dataclasses import replace

import pytest

from seqviz.runs.events import Metrics, Progress
from tests.pages.open_page import open_page
from tests.ui.runs.made_runs import QUICK, ended, said

MEASURED = (
    Metrics(0, 0.0, 0.0, {"validation_accuracy": 0.5, "validation_loss": 0.7}),
    Metrics(40, 2.0, 1.0, {"validation_accuracy": 0.8125, "validation_loss": 0.43}),
    Metrics(52, 2.6, 1.2, {"train_accuracy": 0.9, "train_loss": 0.2}),
)


@pytest.mark.parametrize("state", ["stopped", "lost", "diverged", "failed", "paused"])
def test_an_unfinished_run_shows_what_was_measured_and_at_which_step(state):
    record = ended(replace(QUICK, seed=40 + len(state)), state, *MEASURED, Progress(0.26, None, "epoch 3"))
    at = open_page("sentiment", run=record.id)
    begin = "So far" if state == "paused" else "As far as it got"
    assert (
        f"{begin}: training accuracy 90.0%, training loss 0.200 at step 52; "
        "validation accuracy 81.2%, validation loss 0.430 at step 40."
    ) in said(at)
    if state != "paused":
        assert f"{state} at 26%, last measured 81.2%" in said(at)
    assert "This page uses the **net that comes with the app**, not the run above" in said(at)


def test_a_run_that_ended_before_any_measurement_says_so():
    at = open_page("sentiment", run=ended(replace(QUICK, seed=61), "lost").id)
    assert "It ended before anything was measured." in said(at)
