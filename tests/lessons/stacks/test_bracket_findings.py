from __future__ import annotations

import pytest

from seqviz.experiments.brackets.config import DEPTH, BracketsExperiment
from seqviz.lessons.stacks.bracket_findings import NO, UNSETTLED, YES, does_help, what_depth_does

NETS = BracketsExperiment().nets


def reached(one, wide, two):
    return dict(zip(NETS, (one, wide, two), strict=True))


AHEAD, BESIDE = reached([0.5, 0.5], [0.5, 0.5], [0.9, 0.8]), reached([0.9, 0.9], [0.95, 0.95], [0.95, 0.96])
MIXED = reached([0.5, 0.5], [0.5, 0.5], [0.5, 0.9])


@pytest.mark.parametrize(("shares", "answer"), [(AHEAD, YES), (BESIDE, NO), (MIXED, UNSETTLED)])
def test_a_second_layer_helps_where_it_is_ahead_from_every_seed(shares, answer):
    assert does_help(shares) == answer


def test_both_questions_are_judged_each_by_its_own_numbers():
    words, brackets = what_depth_does(AHEAD, BESIDE).split("On the brackets")
    assert "two layers 0.800 to 0.900. **Here it takes two layers**" in words
    assert "**Here two layers are not needed**" in brackets
    assert "Why: one layer's score" in brackets
    assert "Why" not in what_depth_does(MIXED, BESIDE)
    assert "do not settle" in what_depth_does(MIXED, BESIDE)


def test_of_another_question_it_is_said_why_one_layer_can_do():
    said = what_depth_does(BESIDE, BESIDE, DEPTH)
    assert said.count("**Here two layers are not needed**") == 2
    assert "Counting what is open" in said and "stand on either side" not in said
    assert "Counting what is open" not in what_depth_does(AHEAD, BESIDE, DEPTH)


def test_nothing_is_told_before_every_net_is_measured():
    assert what_depth_does({NETS[0]: [0.5]}, BESIDE) == ""
