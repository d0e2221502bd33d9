"""Whether a training kept within bounds."""

from __future__ import annotations

from seqviz.claims.outcome import Outcome

#: A squared error; the sums asked for lie between 0 and 2.
BOUND = 1e3


def stays_within(outcome: Outcome, arm: str) -> float:
    """Return 1 where an arm's loss stayed below `BOUND` throughout, 0 where it passed it or became no number."""
    diverged = any(note["arm"] == arm for note in outcome.about("diverged"))
    losses = [
        event.values["train_loss"]
        for event in outcome.metrics
        if event.arm == arm and "train_loss" in event.values
    ]
    return float(not diverged and max(losses) < BOUND)
