from __future__ import annotations

import pytest

from seqviz.experiments.fill_in.claim import EACH_SIDE_KNOWS_ITS_OWN
from tests.experiments.altered import with_results


@pytest.mark.parametrize(
    ("left", "right", "both", "holds"),
    [
        ((1.0, 0.2), (0.2, 1.0), (1.0, 1.0), True),
        ((1.0, 0.6), (0.2, 1.0), (1.0, 1.0), False),
        ((0.8, 0.2), (0.2, 1.0), (1.0, 1.0), False),
        ((1.0, 0.2), (0.6, 1.0), (1.0, 1.0), False),
        ((1.0, 0.2), (0.2, 1.0), (1.0, 0.8), False),
    ],
)
def test_each_side_must_know_its_own_alone_and_both_must_know_both(left, right, both, holds):
    shares = {"left": left, "right": right, "both": both}
    names = ("country_accuracy", "place_accuracy")
    arms = {side: dict(zip(names, pair, strict=True)) for side, pair in shares.items()}
    assert EACH_SIDE_KNOWS_ITS_OWN.holds(with_results("stories", arms)) is holds
