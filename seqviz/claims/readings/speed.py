"""How fast word vectors are trained."""

from __future__ import annotations

from seqviz.claims.outcome import Outcome


def words_a_second(outcome: Outcome) -> float:
    """Return the words of the text read in a processor second of training, over all epochs."""
    return float(
        outcome.result["positions"] * outcome.config["num_epochs"] / outcome.result["processor_seconds"]
    )
