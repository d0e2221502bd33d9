from __future__ import annotations

import dataclasses
import re

from seqviz.claims.part_sentences import beside_sentences, part_sentences, parts_in_short
from seqviz.claims.table import Table
from seqviz.claims.verdicts import judge
from tests.claims.made_up import made_up_claim, table_of
from tests.claims.test_verdicts import coin, crossing_at_15, sure_win

CLAIM = made_up_claim()


def test_each_part_is_said_with_the_conditions_that_support_it():
    (part,) = CLAIM.parts
    two = dataclasses.replace(CLAIM, parts=(part, dataclasses.replace(part, name="another")))
    rows = table_of(crossing_at_15).rows
    others = [
        dataclasses.replace(row, condition=row.condition | {"part": "another"})
        for row in table_of(sure_win).rows
    ]
    verdict = judge(two, Table((*rows, *others)))
    means = [f"{one.interval.mean:+.3g}" for one in verdict.conditions]
    in_order = (sorted(part, key=float) for part in (means[:2], means[2:4], means[4:]))
    below, above, sure = ([mean.replace("-", "−") for mean in part] for part in in_order)
    assert part_sentences(two, verdict) == [
        f"*LSTM longer than GRU*: contradicted at lag 5 and lag 10 ({below[0]} to {below[1]}); "
        f"supported at lag 20 and lag 40 ({above[0]} to {above[1]}).",
        f"*another*: supported in all 4 conditions ({sure[0]} to {sure[-1]}).",
    ]


def test_the_many_conditions_of_one_verdict_are_counted_after_the_few_are_named():
    table = table_of(lambda lag, rng: (-1 if lag == 5 else 1) * sure_win(lag, rng), lags=(5, 10, 20, 40, 80))
    (said_of_part,) = part_sentences(CLAIM, judge(CLAIM, table))
    assert re.fullmatch(
        r"\*LSTM longer than GRU\*: contradicted at lag 5 \(−.*\); supported in the 4 others \(\+.* to \+.*\)\.",
        said_of_part,
    )


def test_a_part_of_one_condition_is_said_with_its_mean():
    table = table_of(sure_win, lags=(20,))
    mean = judge(CLAIM, table).conditions[0].interval.mean
    assert part_sentences(CLAIM, judge(CLAIM, table)) == [f"*LSTM longer than GRU*: supported ({mean:+.3g})."]


def test_each_part_has_a_verdict_of_its_own_and_the_levels_at_which_it_is_supported():
    (part,) = CLAIM.parts
    assert parts_in_short(CLAIM, judge(CLAIM, table_of(sure_win))) == []
    assert parts_in_short(CLAIM, judge(CLAIM, table_of(crossing_at_15))) == ["supported at 20 and 40"]
    assert parts_in_short(CLAIM, judge(CLAIM, table_of(coin))) == ["of 4 conditions, 4 undecided"]
    two = dataclasses.replace(CLAIM, parts=(part, dataclasses.replace(part, name="another")))
    others = [
        dataclasses.replace(row, condition=row.condition | {"part": "another"})
        for row in table_of(sure_win).rows
    ]
    verdict = judge(two, Table((*table_of(crossing_at_15).rows, *others)))
    assert parts_in_short(two, verdict) == [
        "LSTM longer than GRU: **depends on the lag: 2 of 4** (supported at 20 and 40)",
        "another: **holds here**",
    ]


def test_an_arm_beside_the_claims_own_is_told_and_enters_no_verdict():
    (part,) = CLAIM.parts
    claim = dataclasses.replace(CLAIM, parts=(dataclasses.replace(part, beside=("rnn",)),))
    rows = table_of(sure_win, lags=(5, 10)).rows
    aside = [dataclasses.replace(row, arm="rnn", value=0.25) for row in rows if row.arm == "gru"]
    table = Table((*rows, *aside))
    assert judge(claim, table).conditions[0].word == judge(CLAIM, Table(rows)).conditions[0].word
    assert beside_sentences(claim, table)[-1] == (
        "accuracy, rnn, of which the claim says nothing: 0.25 at lag 5; 0.25 at lag 10."
    )
    assert beside_sentences(CLAIM, Table(rows)) == []
