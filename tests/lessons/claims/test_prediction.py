from __future__ import annotations

import pytest

from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.finished import finished_verdict
from seqviz.lessons.claims import prediction
from seqviz.ui.on_trial import verdict_in_words


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_the_right_prediction_is_the_verdict(claim):
    verdict = finished_verdict(claim.id)
    assert prediction.answer(claim) == prediction.OPTIONS["undecided" if verdict is None else verdict.word]
    assert (verdict is None) == (verdict_in_words(claim) == "**Not yet tried here.**")


def test_without_a_trial_the_seeds_cannot_tell(monkeypatch):
    monkeypatch.setattr(prediction, "finished_verdict", lambda name: None)
    assert prediction.answer(CLAIMS["E1"]) == "The seeds cannot tell."
