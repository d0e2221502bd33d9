from __future__ import annotations

from dataclasses import replace

import pytest

from seqviz.experiments.brackets.claim import TWO_SIDES_TAKE_TWO_LAYERS
from seqviz.experiments.brackets.config import BracketsExperiment, arm_name
from seqviz.experiments.brackets.reached import accuracies, is_ahead
from seqviz.export.bundled_runs import load_bundled_run
from seqviz.runs.events import Metrics
from seqviz.runs.history import History

NETS = BracketsExperiment().nets


def history_of(words, brackets):
    history = History()
    for net, on_words, on_brackets in zip(NETS, words, brackets, strict=True):
        for seed, share in enumerate(on_words):
            values = {"on_words": share, "on_brackets": on_brackets}
            history.add([Metrics(1, 0.0, 0.0, values, arm_name(net, seed))])
    return history


CHANCE, GOOD = (0.5, 0.5, 0.5), (0.9, 0.9, 0.9)


@pytest.mark.parametrize(
    ("words", "brackets", "holds"),
    [
        ((CHANCE, CHANCE, GOOD), (0.9, 0.95, 0.95), True),
        ((CHANCE, GOOD, GOOD), (0.9, 0.95, 0.95), False),
        ((CHANCE, CHANCE, (0.5, 0.9, 0.9)), (0.9, 0.95, 0.95), False),
        ((CHANCE, CHANCE, GOOD), (0.9, 0.8, 0.95), False),
        ((CHANCE, CHANCE, GOOD), (1.0, 1.0, 1.0), False),
        (((0.5,), (0.5,), (0.9,)), (0.9, 0.95, 0.95), False),
    ],
)
def test_depth_must_matter_on_words_and_not_on_brackets_that_are_no_trifle(words, brackets, holds):
    run = replace(load_bundled_run("brackets"), history=history_of(words, brackets))
    assert TWO_SIDES_TAKE_TWO_LAYERS.holds(run) is holds


def test_a_net_is_ahead_if_its_worst_seed_is():
    assert is_ahead([0.8, 0.9], [0.5, 0.7])
    assert not is_ahead([0.8, 0.9], [0.5, 0.79])


def test_accuracies_are_told_net_by_net():
    history = history_of((CHANCE, CHANCE, GOOD), (0.1, 0.2, 0.3))
    assert accuracies(history, "on_words") == dict(zip(NETS, map(list, (CHANCE, CHANCE, GOOD)), strict=True))
