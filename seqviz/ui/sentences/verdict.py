"""What a net answers to a text, in words that are no surer than its probability."""

from __future__ import annotations

import math

#: Log-odds nearer to 0 than this are hardly an answer: a probability between 0.38 and 0.62.
UNSURE = 0.5
#: A probability nearer to one half than this is no answer at all: it would be written 0.50.
EVEN = 0.005


def verdict(positive: float) -> str:
    """Name the side that a net takes, and how far, in Markdown.

    Args:
        positive: the probability that the net gives to the class positive.
    """
    if abs(positive - 0.5) < EVEN:
        return f"The net takes **neither side**: probability of positive **{positive:.4f}**."
    side = "positive" if positive > 0.5 else "negative"
    if is_unsure(positive):
        return f"The net says **{side}**, but only just: probability of positive **{positive:.4f}**."
    return f"The net says **{side}**: probability of positive **{positive:.4f}**."


def is_unsure(positive: float) -> bool:
    """Tell whether a probability of positive is so near one half that it is hardly an answer."""
    return abs(math.log(positive / (1 - positive))) < UNSURE if 0 < positive < 1 else False


def why_unsure(positive: float) -> str:
    """Say of an unsure answer what the net has to go by; "" of any other.

    Args:
        positive: the probability that the net gives to the class positive.
    """
    if not is_unsure(positive):
        return ""
    return (
        "So near 0.5, the answer may well be wrong. The net knows words only from the reviews that it learned from: "
        "what is good news or bad in your own life, it has not learned unless reviewers write of it."
    )
