"""What the page says of trials, without the page."""

from __future__ import annotations

import re
from types import SimpleNamespace

import numpy as np
import pytest

from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.finished import finished_verdict, finished_verdicts
from seqviz.lessons.claims import misconceptions as notes
from seqviz.lessons.claims import prediction
from seqviz.lessons.claims.overview import BADGES, NOT_TRIED, counts_in_words
from seqviz.lessons.claims.picture import how_to_read, x_title
from seqviz.ui.on_trial import verdict_in_words

PARTS = [part for claim in CLAIMS.values() for part in claim.parts]


def test_the_verdicts_that_are_counted_are_all_claims():
    counted = [int(number) for number in re.findall(r"\*\*(\d+)\*\*", counts_in_words())]
    assert sum(counted) == len(CLAIMS)
    left = len(CLAIMS) - len(finished_verdicts())
    assert (f"**{left}** {NOT_TRIED}" in counts_in_words()) == (left > 0)


def test_every_verdict_has_a_badge():
    assert {verdict.word for verdict in finished_verdicts().values()} <= set(BADGES)


def test_an_axis_says_its_unit_and_direction():
    titles = {part.name: x_title(part) for part in PARTS}
    assert titles["a GRU is better than an LSTM"] == (
        "accuracy on reviews set aside:<br>how much more (points)"
    )
    assert titles["two directions learn sooner"] == (
        "steps to 90 % of the final accuracy:<br>how much less (percent)"
    )
    assert titles["50 times faster than the full softmax"].endswith("how far above 50 (percent)")
    assert titles["influence falls with distance"].endswith("how far below 0")
    assert titles["an LSTM is better than guessing"].endswith("how far above 25% (points)")


def test_what_is_not_to_be_seen_is_said_where_the_claim_denies_something():
    for claim in CLAIMS.values():
        for part in claim.parts:
            told = how_to_read(claim, part)
            assert ("The claim says: not right of" in told) == (not part.expects_more)


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_the_right_prediction_is_the_verdict(claim):
    verdict = finished_verdict(claim.id)
    answer = prediction.answer(claim)
    assert answer == (None if verdict is None else prediction.OPTIONS[verdict.word])
    assert (verdict is None) == (verdict_in_words(claim) == "**Not yet tried here.**")


def test_the_most_divided_seeds_are_told(monkeypatch):
    def verdict_of(*values):
        differences = SimpleNamespace(values=np.array(values), condition={})
        return SimpleNamespace(differences=differences, condition={"part": "a", "lag": 5})

    found = {
        "E3": SimpleNamespace(conditions=[verdict_of(1.0, 2.0, -1.0), verdict_of(1.0, 2.0)]),
        "E4": SimpleNamespace(conditions=[verdict_of(1.0, -1.0, -2.0, 3.0)]),
    }
    monkeypatch.setattr(notes, "finished_verdict", found.get)
    assert notes.most_divided()[0] == "E4"
    assert (
        "Claim E4 at lag 5: by 2 of 4 seeds one arm is better, by 2 the other."
        in notes.misconceptions()[0][1]
    )
    monkeypatch.setattr(notes, "finished_verdict", lambda name: None)
    assert notes.most_divided() is None
    assert "every seed as a point" in notes.misconceptions()[0][1]
