"""Claims that are read from the same runs: what one of them took says nothing of the other."""

from __future__ import annotations

from functools import cache

from seqviz.claims.claim import Claim
from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.schedule import experiments_of, schedule
from seqviz.runs.experiment import Experiment


def same_runs_as(claim: Claim) -> str:
    """Return the earlier claim whose trial makes every run that this one needs, by its id; "" where none does."""
    needed = _runs(claim.id)
    for earlier in CLAIMS:
        if earlier == claim.id:
            break
        if needed and needed <= _runs(earlier):
            return earlier
    return ""


@cache
def _runs(claim_id: str) -> frozenset[Experiment]:
    """Return what a trial of the usual levels runs of its first seed: the others are alike."""
    return frozenset(experiments_of(schedule(CLAIMS[claim_id], 1, {})))
