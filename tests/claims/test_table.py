from __future__ import annotations

import json

import pytest

from seqviz.claims.claim import PART, Measure
from seqviz.claims.table import Row, Table
from tests.claims.made_up import PART_NAME, made_up_claim, table_of

CONDITION = {PART: PART_NAME, "lag": 5, "corpus": "reviews"}


def rows(*values):
    return Table(tuple(Row(CONDITION, arm, seed, value) for arm, seed, value in values))


def test_arms_are_paired_seed_by_seed_whatever_their_order():
    table = rows(("lstm", 1, 0.9), ("gru", 0, 0.5), ("gru", 1, 0.6), ("lstm", 0, 0.7))
    found = table.differences(made_up_claim(), CONDITION)
    assert found.seeds == (0, 1)
    assert found.values == pytest.approx([0.2, 0.3])


def test_a_difference_is_positive_where_the_arm_is_better():
    less_is_better = made_up_claim(measure=Measure("bits", 0.02, higher_is_better=False))
    table = rows(("lstm", 0, 2.0), ("gru", 0, 2.5))
    assert table.differences(less_is_better, CONDITION).values == pytest.approx([0.5])


def test_a_relative_difference_is_a_share_of_the_other_arms_value():
    time = Measure("milliseconds a step", 0.05, higher_is_better=False, relative=True)
    table = rows(("lstm", 0, 3.0), ("gru", 0, 4.0))
    assert table.differences(made_up_claim(measure=time), CONDITION).values == pytest.approx([0.25])


def test_an_arm_may_be_held_against_a_fixed_value():
    table = rows(("lstm", 0, 0.6), ("lstm", 1, 0.4))
    found = table.differences(made_up_claim(against=0.5), CONDITION)
    assert found.values == pytest.approx([0.1, -0.1])
    assert found.unpaired == 0


def test_what_came_to_nothing_is_counted_and_its_seed_left_out():
    table = Table(
        (
            Row(CONDITION, "lstm", 0, 0.9),
            Row(CONDITION, "gru", 0, None, "diverged"),
            Row(CONDITION, "lstm", 1, None, "lost"),
            Row(CONDITION, "gru", 1, 0.5),
            Row(CONDITION, "lstm", 2, 0.9),
        )
    )
    found = table.differences(made_up_claim(), CONDITION)
    assert (found.seeds, found.broken, found.unpaired) == ((), {"diverged": 1, "lost": 1}, 1)


def test_a_table_survives_json():
    table = table_of(lambda lag, rng: rng.normal())
    data = json.loads(json.dumps([row.as_data() for row in table.rows]))
    assert Table.from_data(data) == table


def test_a_table_lists_its_conditions_and_seeds_once():
    table = table_of(lambda lag, rng: 0.0, num_seeds=3)
    assert [each["lag"] for each in table.conditions()] == [5, 10, 20, 40]
    assert table.seeds == (0, 1, 2)
    assert len(table.under(table.conditions()[0])) == 6


def test_an_arm_shown_beside_may_be_taken_in_the_place_of_the_claims_own():
    table = rows(("lstm", 0, 0.7), ("gru", 0, 0.5), ("rnn", 0, 0.25), ("lstm", 1, 0.9), ("rnn", 1, None))
    found = table.differences(made_up_claim(), CONDITION)
    assert (found.values.tolist(), found.broken, found.unpaired) == ([pytest.approx(0.2)], {}, 1)
    assert table.differences(made_up_claim(), CONDITION, beside="rnn").values == pytest.approx([-0.25])
