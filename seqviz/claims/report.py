"""What a trial reports: the verdict in plain data, for a run's result and for the command line."""

from __future__ import annotations

from typing import Any

from seqviz.claims.claim import Claim
from seqviz.claims.sentences import verdict_sentence
from seqviz.claims.table import Table
from seqviz.claims.verdicts import ConditionVerdict, judge


def report(claim: Claim, table: Table) -> dict[str, Any]:
    """Judge a claim and return claim, verdict, sentence, conditions and the number of seeds."""
    verdict = judge(claim, table)
    return {
        "claim": claim.id,
        "verdict": verdict.word,
        "depends_on": list(verdict.dials),
        "sentence": verdict_sentence(claim, verdict),
        "conditions": [_condition(one) for one in verdict.conditions],
        "seeds": verdict.num_seeds,
    }


def _condition(one: ConditionVerdict) -> dict[str, Any]:
    ends = one.interval
    return {
        **one.condition,
        "mean": None if ends is None else ends.mean,
        "low": None if ends is None else ends.low,
        "high": None if ends is None else ends.high,
        "p": one.p,
        "verdict": one.word,
        "seeds": len(one.differences.values),
        "broken": one.differences.broken,
    }
