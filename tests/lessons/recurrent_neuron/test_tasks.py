from __future__ import annotations

from dataclasses import replace

import numpy as np

from seqviz.experiments.fibonacci.config import FibonacciExperiment
from seqviz.lessons.recurrent_neuron.tasks import (
    FIBONACCIS_ALONE,
    LUCAS,
    OTHER_START,
    Screen,
    lucas_alone,
    one_sequence_alone,
    turning_word,
)
from seqviz.runs.experiment import to_config
from seqviz.runs.history import History
from seqviz.ui.runs.shown_run import ShownRun


def run(experiment: FibonacciExperiment, *, ended: bool = True) -> ShownRun:
    return ShownRun("r", to_config(experiment), {"a": 1} if ended else {}, History(), ())


SCREEN = Screen(
    ("a", "<b>", "c", "d"),
    np.array([0.5, 0.6, 0.1, 0.2]),
    2,
    LUCAS,
    "its own guesses",
    run(FibonacciExperiment()),
    "Measured: so and so.",
)


def test_the_word_chosen_is_that_at_which_the_answer_moves_most():
    assert turning_word(SCREEN).said == (
        "At “c”, word 3, the probability of positive goes from 0.60 to 0.10: nowhere does it move further."
    )
    other = turning_word(replace(SCREEN, chosen=1))
    assert not other.is_done and "0.50 to 0.60" in other.said and "<b>" not in other.said
    assert "no answer to change" in turning_word(replace(SCREEN, chosen=0)).said
    assert "at least two words" in turning_word(replace(SCREEN, tokens=("a",))).said


def test_lucas_numbers_are_continued_from_own_guesses():
    assert lucas_alone(SCREEN).is_done and lucas_alone(SCREEN).said == SCREEN.told
    assert "set 2 and 1" in lucas_alone(replace(SCREEN, start=(1, 1))).said
    assert "still reads the true numbers" in lucas_alone(replace(SCREEN, way="the true numbers")).said


def test_nets_of_one_sequence_are_asked_about_another():
    there = replace(SCREEN, run=run(FIBONACCIS_ALONE), start=OTHER_START)
    assert one_sequence_alone(there).is_done
    assert "many beginnings" in one_sequence_alone(replace(there, run=SCREEN.run)).said
    assert "not finished" in one_sequence_alone(replace(there, run=run(FIBONACCIS_ALONE, ended=False))).said
    assert "set 5 and 1" in one_sequence_alone(replace(there, start=(1, 1))).said
