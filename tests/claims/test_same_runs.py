from __future__ import annotations

from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.same_runs import same_runs_as


def test_how_soon_two_directions_learn_is_read_from_the_runs_on_how_well():
    """E5 and E5b read two numbers of the same nets; every other claim makes a run of its own, or needs none."""
    assert {name: same_runs_as(claim) for name, claim in CLAIMS.items() if same_runs_as(claim)} == {
        "E5b": "E5"
    }
