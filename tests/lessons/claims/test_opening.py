from __future__ import annotations

import pytest

from seqviz.claims.verdicts import Verdict
from seqviz.lessons.claims.opening import NOT_ALL_AS_TOLD


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        (("holds here", "depends"), True),
        (("holds here", "holds here"), False),
        (("depends", "too few seeds"), False),
        ((), False),
    ],
)
def test_trials_need_seeds_enough_and_one_that_does_not_hold_as_told(words, holds):
    verdicts = {f"E{k}": Verdict(word, (), 10) for k, word in enumerate(words)}
    assert NOT_ALL_AS_TOLD.holds(verdicts) is holds
