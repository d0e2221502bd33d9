from __future__ import annotations

import pytest

from seqviz.experiments.tagging.claim import BOTH_ENDS_KNOW
from tests.experiments.altered import with_results


@pytest.mark.parametrize(
    ("both", "holds"), [(1.0, True), (0.9, True), (0.5, False), (0.6, False), (0.1, False)]
)
def test_reading_on_must_help_beyond_chance(both, holds):
    run = with_results(
        "teddy", {"forward": {"teddy_accuracy": 0.5}, "both directions": {"teddy_accuracy": both}}
    )
    assert BOTH_ENDS_KNOW.holds(run) is holds
