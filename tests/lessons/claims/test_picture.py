from __future__ import annotations

import pytest

from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.finished import finished_trial
from seqviz.lessons.claims.picture import BESIDE, beside, how_to_read, x_title

PARTS = [part for claim in CLAIMS.values() for part in claim.parts]


def test_an_axis_says_its_unit_and_direction():
    titles = {part.name: x_title(part) for part in PARTS}
    assert titles["a GRU is better than an LSTM"] == (
        "accuracy on reviews set aside:<br>how much more (points)"
    )
    assert titles["two directions learn sooner"] == (
        "steps to 90% of the final accuracy:<br>how much less (percent)"
    )
    assert titles["50 times faster than the full softmax"].endswith("how far above 50 (percent)")
    assert titles["influence falls with distance"].endswith("how far below 0")
    assert titles["an LSTM is better than guessing"].endswith("how far above 25% (points)")


def test_what_is_not_to_be_seen_is_said_where_the_claim_denies_something():
    for claim in CLAIMS.values():
        for part in claim.parts:
            told = how_to_read(claim, part)
            assert ("The claim says: not to the right of" in told) == (not part.expects_more)


def test_an_arm_beside_is_drawn_in_a_row_of_its_own_and_not_judged():
    table = finished_trial("E10").table
    rows = beside(CLAIMS["E10"], table.conditions(), table, "negative sampling", 100)
    assert [row.name for row in rows][0] == "vocabulary 1,000: negative sampling"
    assert {row.verdict for row in rows} == {BESIDE}
    values = [row.value for row in table.under(table.conditions()[0]) if row.arm == "negative sampling"]
    assert rows[0].interval[1] == pytest.approx(100 * (sum(values) / len(values) / 50 - 1))
