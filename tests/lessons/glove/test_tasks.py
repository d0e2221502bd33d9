from __future__ import annotations

from dataclasses import replace

import pytest

from seqviz.embeddings.company_counts import Ratio
from seqviz.experiments.word_vectors.config import WordVectorsExperiment
from seqviz.lessons.glove.tasks import (
    EVERY_CELL,
    Screen,
    belongs_to_the_other,
    every_cell,
    never_meet,
    skip_gram,
)
from seqviz.runs.experiment import to_config
from seqviz.runs.history import History
from seqviz.ui.runs.shown_run import ShownRun


def run(experiment: WordVectorsExperiment) -> ShownRun:
    return ShownRun("r", to_config(experiment), {"analogies": {"gender": [9, 1, 10]}}, History(), ())


SOLDIERS = Ratio("soldiers", (42, 1), (0.001, 0.0001), 14.1, 2.5, 81.3)
LOVE = Ratio("love", (41, 47), (0.001, 0.0035), 0.29, 0.19, 0.44)
SNOW = Ratio("snow", (0, 1), (0.0, 0.0001), 0.0, 0.0, 1.3)
NOWHERE = Ratio("nowhere", (0, 0), (0.0, 0.0), float("nan"), 0.0, float("inf"))
GLOVE = run(WordVectorsExperiment(method="glove"))
THERE = Screen(("war", "romance"), (SOLDIERS, SNOW, LOVE), ("I", "deep"), 0.0, 0.0, "ZEROS", GLOVE, GLOVE)


def test_a_probe_left_of_1_belongs_to_the_second_word():
    result = belongs_to_the_other(THERE)
    assert result.is_done and "*love* stands near *war* 41 times and near *romance* 47 times" in result.said
    assert "interval 0.19 to 0.44. It belongs to *romance*." in result.said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ((SOLDIERS,), "*soldiers* stands near *war* 42 times"),
        ((SOLDIERS, SNOW), "0.00 to 1.30. No probe word yet"),
        ((NOWHERE,), "No probe word yet"),
        ((), "*Set it up*"),
    ],
)
def test_a_probe_right_of_1_or_with_a_wide_interval_does_not(found, said):
    result = belongs_to_the_other(replace(THERE, found=found))
    assert not result.is_done and said in result.said


def test_two_words_that_never_meet_teach_nothing():
    assert never_meet(THERE).is_done and never_meet(THERE).said.endswith("ZEROS.")


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (replace(THERE, count=2.0), "their cell holds 2"),
        (replace(THERE, added=0.3), "0.3 is added"),
        (replace(THERE, cell=()), "two different words"),
        (replace(THERE, cell=("I", "I")), "two different words"),
    ],
)
def test_a_cell_that_counts_is_another(there, said):
    assert not never_meet(there).is_done and said in never_meet(there).said


def test_only_the_training_asked_for_is_the_task():
    assert not every_cell(THERE).is_done and not skip_gram(THERE).is_done
    assert every_cell(replace(THERE, run=run(EVERY_CELL))).is_done
    assert skip_gram(replace(THERE, run=run(WordVectorsExperiment()))).is_done
