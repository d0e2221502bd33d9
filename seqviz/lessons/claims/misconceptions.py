"""What is often said of comparisons, and what is so."""

from __future__ import annotations

import numpy as np

from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.finished import finished_verdict
from seqviz.claims.verdicts import ConditionVerdict
from seqviz.claims.words import condition_in_words


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown; the numbers are those of the trials that come along."""
    return [_one_run(), NO_PROOF, SIGNIFICANT, FAITHFUL]


NO_PROOF = (
    "No significant difference means no difference.",
    "An interval across 0 may only mean too few seeds: that is *undecided*. *No difference that matters* is said where "
    "the whole interval lies within the margin.",
)
SIGNIFICANT = (
    "A significant difference is an important one.",
    "With enough seeds the least difference leaves 0. So a claim is supported only where the mean passes the margin "
    "as well: the smallest difference that a teacher would care about, said before the trial.",
)
FAITHFUL = (
    "A claim that does not hold here is false.",
    "It is tried here with small nets on small data for a few minutes. What the trial shows is that the sentence "
    "needs a condition: with which data, which size, after how long.",
)


def _one_run() -> tuple[str, str]:
    said = "One run of each net shows which is better."
    found = most_divided()
    if found is None:
        return said, "Another seed may turn it round: the trials show every seed as a point."
    name, one = found
    values, where = one.differences.values, condition_in_words(one.condition)
    ahead = int((values > 0).sum())
    return said, (
        f"Another seed may turn it round. Claim {name}{f' at {where}' if where else ''}: by {ahead} of {len(values)} "
        f"seeds one arm is better, by {int((values < 0).sum())} the other."
    )


def most_divided() -> tuple[str, ConditionVerdict] | None:
    """Return the condition, of all trials that come along, whose seeds disagree most about which arm is better."""
    conditions = [
        (name, one)
        for name in CLAIMS
        for one in getattr(finished_verdict(name), "conditions", ())
        if len(one.differences.values) > 1
    ]
    divided = [(_minority(one.differences.values), name, one) for name, one in conditions]
    best = max(divided, key=lambda each: each[0], default=None)
    return None if best is None or best[0] == 0 else best[1:]


def _minority(values: np.ndarray) -> float:
    """Return the share of seeds on the side that has fewer."""
    return float(min((values > 0).mean(), (values < 0).mean()))
