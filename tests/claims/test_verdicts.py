"""Made-up tables of which the verdict is known."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from seqviz.claims.claim import PART, Dial
from seqviz.claims.statistics import Interval
from seqviz.claims.table import Row, Table
from seqviz.claims.turning import crossing, levels_by_side, turns_at
from seqviz.claims.verdicts import judge, word_of
from tests.claims.made_up import PART_NAME, made_up_claim, table_of

CLAIM = made_up_claim()


def sure_win(lag, rng):
    return 0.2 + 0.02 * rng.normal()


def coin(lag, rng):
    return 0.2 * rng.normal()


def crossing_at_15(lag, rng):
    return (0.2 if lag > 15 else -0.1) + 0.02 * rng.normal()


def ties(lag, rng):
    return 0.0


@pytest.mark.parametrize(
    ("difference", "word"),
    [
        (sure_win, "holds here"),
        (lambda lag, rng: -sure_win(lag, rng), "does not hold here"),
        (ties, "does not hold here"),
        (coin, "undecided"),
        (crossing_at_15, "depends"),
    ],
)
def test_the_verdict_on_a_table_of_known_answer(difference, word):
    assert judge(CLAIM, table_of(difference)).word == word


def test_a_crossing_is_told_with_the_dial_and_where_it_turns():
    verdict = judge(CLAIM, table_of(crossing_at_15))
    assert verdict.dials == ("lag",)
    yes, no = levels_by_side(verdict, "lag")
    assert (yes, no) == ([20, 40], [5, 10])
    assert turns_at(yes, no) == (10, 20)
    assert 10 < crossing(verdict, "lag") < 20


def test_a_verdict_that_turns_twice_has_no_one_place():
    assert turns_at([10, 20], [5, 40]) is None
    assert turns_at(["reviews"], ["imdb"]) is None
    assert turns_at([5], []) is None
    assert turns_at([5, 10], [40]) == (10, 40)


def test_a_straight_line_through_zero_crosses_at_its_zero():
    verdict = judge(CLAIM, table_of(lambda lag, rng: float(np.log(lag / 12))))
    assert crossing(verdict, "lag") == pytest.approx(12, rel=1e-3)
    assert crossing(judge(CLAIM, table_of(sure_win)), "lag") is None


def test_a_dial_may_decide_while_one_of_its_levels_is_open():
    def open_in_the_middle(lag, rng):
        return {5: -0.2, 10: -0.2, 20: 0.5 * rng.normal(), 40: 0.2}[lag]

    verdict = judge(CLAIM, table_of(open_in_the_middle))
    assert [one.word for one in verdict.conditions] == [
        "contradicted", "contradicted", "undecided", "supported",
    ]  # fmt: skip
    assert (verdict.word, verdict.dials) == ("depends", ("lag",))


def test_where_most_is_open_nothing_is_said_to_depend():
    def mostly_open(lag, rng):
        return {5: -0.2, 10: 0.5 * rng.normal(), 20: 0.5 * rng.normal(), 40: 0.5 * rng.normal()}[lag]

    assert judge(CLAIM, table_of(mostly_open)).word == "undecided"


def test_two_dials_are_named_where_neither_decides_alone():
    rows = []
    for seed in range(6):
        for lag in (5, 40):
            for corpus in ("reviews", "imdb"):
                condition = {PART: PART_NAME, "lag": lag, "corpus": corpus}
                better = 0.3 if (lag == 40) == (corpus == "imdb") else -0.3
                rows += [
                    Row(condition, "gru", seed, 0.5),
                    Row(condition, "lstm", seed, 0.5 + better + seed / 1e3),
                ]
    verdict = judge(CLAIM, Table(tuple(rows)))
    assert (verdict.word, set(verdict.dials)) == ("depends", {"lag", "corpus"})


@pytest.mark.parametrize("num_seeds", [1, 2, 4])
def test_fewer_than_five_seeds_give_no_verdict(num_seeds):
    verdict = judge(CLAIM, table_of(sure_win, num_seeds))
    assert verdict.word == "too few seeds"
    assert all((one.interval is not None) == (num_seeds > 1) for one in verdict.conditions)


def test_a_trial_that_stopped_after_one_arm_has_no_verdict():
    table = table_of(sure_win)
    one_arm = Table(tuple(row for row in table.rows if row.arm == "gru"))
    verdict = judge(CLAIM, one_arm)
    assert verdict.word == "too few seeds"
    assert all(one.differences.unpaired == 10 for one in verdict.conditions)


def test_an_empty_table_has_no_verdict():
    assert judge(CLAIM, Table(())).word == "too few seeds"


def test_a_diverged_arm_takes_its_seeds_out_and_is_counted():
    table = table_of(sure_win)
    broken = [
        dataclasses.replace(row, value=None, state="diverged") if row.arm == "gru" and row.seed < 7 else row
        for row in table.rows
    ]
    verdict = judge(CLAIM, Table(tuple(broken)))
    assert verdict.word == "too few seeds"
    assert all(one.differences.broken == {"diverged": 7} for one in verdict.conditions)


@pytest.mark.parametrize(
    ("low", "mean", "high", "more", "no_more"),
    [
        (0.02, 0.05, 0.08, "supported", "contradicted"),
        (-0.08, -0.05, -0.02, "contradicted", "supported"),
        (0.001, 0.004, 0.008, "no difference", "supported"),
        (-0.008, 0.0, 0.008, "no difference", "supported"),
        (-0.05, 0.02, 0.09, "undecided", "undecided"),
        (-0.05, -0.02, 0.005, "undecided", "supported"),
        (0.001, 0.009, 0.02, "undecided", "undecided"),
    ],
)
def test_an_interval_means_what_the_margin_says(low, mean, high, more, no_more):
    interval = Interval(mean, low, high)
    assert word_of(interval, 0.01) == more
    assert word_of(interval, 0.01, expects_more=False) == no_more


def test_a_formula_is_right_or_wrong_without_seeds():
    claim = made_up_claim(kind="exact", against=0.75)
    claim = dataclasses.replace(
        claim,
        parts=tuple(
            dataclasses.replace(part, measure=dataclasses.replace(part.measure, margin=1e-12))
            for part in claim.parts
        ),
    )
    rows = [
        Row({PART: PART_NAME, "library": name}, "lstm", 0, value)
        for name, value in (("a", 0.75), ("b", 0.7501))
    ]
    claim = dataclasses.replace(
        claim,
        parts=tuple(dataclasses.replace(part, dials=(Dial("library", ("a", "b")),)) for part in claim.parts),
    )
    verdict = judge(claim, Table(tuple(rows)))
    assert [one.word for one in verdict.conditions] == ["supported", "contradicted"]
    assert (verdict.word, verdict.dials) == ("depends", ("library",))


def test_chance_marks_one_condition_in_twenty():
    assert judge(CLAIM, table_of(coin)).by_chance == pytest.approx(4 * 0.05)
