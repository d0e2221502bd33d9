"""What a sentiment net's answer rests on, in words: its last state, or the states at all tokens."""

from __future__ import annotations

from seqviz.models.sentiment import Pooling

_TAKEN = {"max": "largest value", "mean": "mean", "max+mean": "largest value and the mean"}


def answer_rests_on(pooling: Pooling) -> str:
    """Say which states a net reads its answer off."""
    if pooling == "last":
        return "The answer is read off the state after the last token alone."
    return (
        f"The answer is read off the {_TAKEN[pooling]} of each unit over *all* tokens: what one state has lost can "
        "still reach the answer through another, so the answer alone does not tell what the last state holds."
    )
