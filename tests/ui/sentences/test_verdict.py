from __future__ import annotations

import pytest

from seqviz.ui.sentences.verdict import is_unsure, verdict, why_unsure


@pytest.mark.parametrize(
    ("positive", "said"),
    [
        (0.9, "The net says **positive**: probability of positive **0.9000**."),
        (0.1, "The net says **negative**: probability of positive **0.1000**."),
        (0.56, "The net says **positive**, but only just: probability of positive **0.5600**."),
        (0.42, "The net says **negative**, but only just: probability of positive **0.4200**."),
        (0.49998, "The net takes **neither side**: probability of positive **0.5000**."),
    ],
)
def test_a_side_is_named_no_more_surely_than_the_net_takes_it(positive, said):
    assert verdict(positive) == said


@pytest.mark.parametrize(
    ("positive", "unsure"), [(0.0, False), (0.37, False), (0.38, True), (0.62, True), (1.0, False)]
)
def test_an_answer_within_half_a_log_odds_is_unsure_and_told_why(positive, unsure):
    assert is_unsure(positive) == unsure
    assert bool(why_unsure(positive)) == unsure
