from __future__ import annotations

from dataclasses import replace

import pytest

from seqviz.experiments.recall.config import RecallExperiment
from seqviz.lessons.remembering.tasks import Screen, before_learning, first_wrong_choice, gate_opened
from seqviz.runs.events import Metrics, Note
from seqviz.runs.experiment import to_config
from seqviz.runs.history import History
from seqviz.ui.runs.shown_run import ShownRun


def run(experiment: RecallExperiment, *, ended: bool = True) -> ShownRun:
    history = History()
    shares = {"rnn 2": 1.0, "rnn 5": 0.3, "lstm 2": 1.0, "lstm 5": 1.0}
    history.add(Metrics(1, 1, 0.0, {"accuracy": share}, arm) for arm, share in shares.items())
    notes = tuple(
        Note("gradients", {"cell": cell, "lag": lag, "step": step} | curves)
        for lag in (2, 5)
        for step in (0, 40)
        for cell, curves in (
            ("rnn", {"hidden_state": [0.25 / lag, 1.0]}),
            ("lstm", {"hidden_state": [0.1, 1.0], "cell_state": [None, 2.0]}),
        )
    )
    return ShownRun("r", to_config(experiment), {"a": 1} if ended else {}, history, notes)


SCREEN = Screen(run(RecallExperiment()), 5, 0, "poland", 10, ("polish", "french"))


def test_the_gradients_before_the_first_step_at_the_longest_lag_are_told():
    found = before_learning(SCREEN)
    assert found.is_done and found.said.endswith("at the symbol: RNN 0.05; LSTM inf.")
    assert "to the longest, 5" in before_learning(replace(SCREEN, lag=0)).said
    assert "to the beginning" in before_learning(replace(SCREEN, step=-1)).said


def test_the_gate_must_have_begun_open_and_the_run_have_ended():
    opened = RecallExperiment(set_forget_bias=True, forget_bias=4.0)
    found = gate_opened(replace(SCREEN, run=run(opened)))
    assert found.is_done and found.said.endswith("with a forget bias of 4: RNN 2; LSTM 5.")
    assert "not set to 4" in gate_opened(SCREEN).said
    assert "not finished" in gate_opened(replace(SCREEN, run=run(opened, ended=False))).said


@pytest.mark.parametrize(
    ("choices", "num_fillers", "said"),
    [
        (("polish", "polish"), 4, "add filler"),
        (("french", "french"), 4, "wrong already"),
        (("french", "french"), 0, "wrong already"),
        (("polish", "french"), 4, "After 4 phrases the net's first choice for Poland is *french*; with one"),
    ],
)
def test_the_first_wrong_choice_is_found(choices, num_fillers, said):
    result = first_wrong_choice(replace(SCREEN, choices=choices, num_fillers=num_fillers))
    assert result.is_done is (choices[0] == "polish" != choices[1])
    assert said in result.said
