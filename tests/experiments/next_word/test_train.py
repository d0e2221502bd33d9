from __future__ import annotations

import pytest

from seqviz.experiments.next_word.config import NextWordExperiment
from seqviz.runs.events import Finished
from seqviz.runs.registry import train


def finished(experiment):
    return [event for event in train(experiment) if isinstance(event, Finished)][0]


def test_reading_the_answer_is_cheating_and_does_not_last():
    arms = finished(NextWordExperiment(num_steps=80)).result["arms"]
    assert arms["both directions"]["accuracy_whole"] > arms["forward"]["accuracy_whole"] + 0.1
    assert arms["both directions"]["accuracy_so_far"] < arms["both directions"]["accuracy_whole"] - 0.1
    assert arms["forward"]["accuracy_so_far"] == pytest.approx(arms["forward"]["accuracy_whole"])
