from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seqviz.experiments.brackets.config import DEPTH, BracketsExperiment
from seqviz.lessons.stacks.tasks import Screen, flat_strings, one_is_enough, two_needed
from seqviz.runs.events import Metrics
from seqviz.runs.experiment import to_config
from seqviz.runs.history import History
from seqviz.ui.runs.shown_run import ShownRun

NETS = BracketsExperiment().nets


def run(experiment, *, ended=True):
    history = History()
    shares = dict(zip(NETS, (0.5, 0.5, 0.9), strict=True))
    history.add(
        Metrics(1, 1, 0.0, {"on_words": share, "on_brackets": 0.95}, f"{net}, seed 0")
        for net, share in shares.items()
    )
    return ShownRun("r", to_config(experiment), {"a": 1} if ended else {}, history, ())


def screen(text, *nets):
    tokens = tuple(text.split())
    right = {name: np.array(values, float) for name, values in zip(NETS, nets, strict=False)}
    return Screen(tokens, right, run(BracketsExperiment()))


SO, NOT_SO = [1] * 7, [1, 0, 1, 0, 1, 0, 1]
NESTED = "( w [ w ] w )"


@pytest.mark.parametrize(
    ("nets", "said"),
    [
        ((SO, NOT_SO, SO), "A net of one layer has them all, too"),
        ((NOT_SO, NOT_SO, NOT_SO), "The net of two layers errs, too"),
        ((NOT_SO, NOT_SO, SO), "one layer 0, one wide layer 0, two layers 3."),
    ],
)
def test_two_layers_must_have_every_word_and_neither_single_layer(nets, said):
    found = two_needed(screen(NESTED, *nets))
    assert said in found.said
    assert found.is_done is (nets == (NOT_SO, NOT_SO, SO))


def test_a_string_without_words_or_tokens_is_told_what_it_needs():
    assert "has 0 words" in two_needed(screen("( )", [1, 1], [1, 1], [1, 1])).said
    assert "has 0 words" in two_needed(screen("")).said
    assert "has 0 brackets" in one_is_enough(screen("")).said


def test_one_layer_must_have_every_bracket_and_some_must_be_wrong():
    text, wrong = "( ] ( ) ( ) ( )", [0, 0, 1, 1, 1, 1, 1, 1]
    assert one_is_enough(screen(text, wrong, wrong, wrong)).is_done
    assert "one layer errs" in one_is_enough(screen(text, [1] * 8, wrong, wrong)).said
    assert "All of them are right" in one_is_enough(screen("( ) ( ) ( ) ( )", [1] * 8, [1] * 8, [1] * 8)).said


def test_a_finished_training_on_flat_strings_is_asked_for():
    flat = BracketsExperiment(deepest=1)
    assert "up to 4 brackets" in flat_strings(screen(NESTED)).said
    assert "not finished" in flat_strings(replace(screen(NESTED), run=run(flat, ended=False))).said
    found = flat_strings(replace(screen(NESTED), run=run(flat)))
    assert found.is_done and "**Here it takes two layers**" in found.said


def test_nets_that_were_asked_another_question_pass_no_task():
    other = run(BracketsExperiment(question=DEPTH, deepest=1))
    for task in (two_needed, one_is_enough, flat_strings):
        found = task(replace(screen(NESTED), run=other))
        assert "asked how deep" in found.said and not found.is_done
