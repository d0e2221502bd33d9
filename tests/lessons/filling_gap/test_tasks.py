from __future__ import annotations

from dataclasses import replace

import pytest

from seqviz.experiments.next_word.config import ARMS, NextWordExperiment
from seqviz.lessons.filling_gap.tasks import Screen, few_units_copy, from_neither, only_from_the_left
from seqviz.runs.events import Metrics
from seqviz.runs.experiment import to_config
from seqviz.runs.history import History
from seqviz.ui.runs.shown_run import ShownRun


def run(experiment, *, ended=True):
    history = History()
    shares = dict(zip(ARMS, ((0.6, 0.6), (0.9, 0.5)), strict=True))
    history.add(
        Metrics(1, 1, 0.0, {"accuracy_whole": whole, "accuracy_so_far": so_far}, arm)
        for arm, (whole, so_far) in shares.items()
    )
    return ShownRun("r", to_config(experiment), {"a": 1} if ended else {}, history, ())


def screen(*right):
    return Screen(
        "word", dict(zip(("left", "right", "both"), right, strict=False)), run(NextWordExperiment())
    )


@pytest.mark.parametrize(
    ("right", "said"),
    [
        ((), "not one that the nets could name"),
        ((0.8, 0.1, 0.9), "The left side does not know it"),
        ((0.95, 0.5, 0.9), "The right side does well, too"),
        ((0.95, 0.4, 0.9), "from the left only **0.950**, from the right only **0.400**"),
    ],
)
def test_the_left_side_alone_must_know_the_word(right, said):
    found = only_from_the_left(screen(*right))
    assert said in found.said
    assert found.is_done is (right == (0.95, 0.4, 0.9))


def test_no_side_and_not_both_may_know_the_word():
    assert from_neither(screen(0.2, 0.3, 0.4)).is_done
    assert "At least one of the three" in from_neither(screen(0.2, 0.3, 0.5)).said
    assert "could name" in from_neither(screen()).said


def test_small_nets_must_have_learned_to_name_the_next_word():
    small = NextWordExperiment(hidden_size=8)
    assert "have 32 units: set 8" in few_units_copy(screen()).said
    assert "not finished" in few_units_copy(replace(screen(), run=run(small, ended=False))).said
    found = few_units_copy(replace(screen(), run=run(small)))
    assert found.is_done and "0.500 once there is nothing left to copy: below the 0.600" in found.said
