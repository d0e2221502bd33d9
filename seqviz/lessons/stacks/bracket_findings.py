"""Where a second layer helps and where it does not, said from the accuracies of a bracket comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from seqviz.experiments.brackets.config import NETS
from seqviz.experiments.brackets.reached import MARGIN, is_ahead

Reached = Mapping[str, Sequence[float]]
YES, NO, UNSETTLED = "yes, from every seed", "no", "the seeds do not agree"


def does_help(reached: Reached) -> str:
    """Tell whether two layers are ahead of both nets of one layer: YES, NO or UNSETTLED.

    Args:
        reached: net -> share of right answers of each seed.
    """
    one, wide, two = (list(reached[net]) for net in NETS)
    if is_ahead(two, one) and is_ahead(two, wide):
        return YES
    best = max((one, wide), key=_mean)
    return NO if _mean(two) <= _mean(best) + MARGIN else UNSETTLED


def what_depth_does(words: Reached, brackets: Reached) -> str:
    """Say of both questions what each net reaches, and what a second layer has to do with it."""
    if any(net not in reached for reached in (words, brackets) for net in NETS):
        return ""
    return (
        f"On the words, whose two brackets stand on either side: {_listed(words)}. {_verdict(words)} "
        f"On the brackets, whose partner stands on one side: {_listed(brackets)}. {_verdict(brackets)} {_why(words)}"
    )


def _listed(reached: Reached) -> str:
    return ", ".join(f"{net} {_span(shares)}" for net, shares in reached.items())


def _span(shares: Sequence[float]) -> str:
    low, high = f"{min(shares):.3f}", f"{max(shares):.3f}"
    return low if low == high else f"{low} to {high}"


def _mean(shares: Sequence[float]) -> float:
    return sum(shares) / len(shares)


def _verdict(reached: Reached) -> str:
    one, wide = (reached[net] for net in NETS[:2])
    return {
        YES: f"**Here the second layer is what it takes**: a layer {_times(one, wide)} does not make up for it.",
        NO: "**Here a second layer is not needed**: one layer does as well.",
        UNSETTLED: "Here these seeds do not settle whether a second layer helps.",
    }[does_help(reached)]


def _times(one: Sequence[float], wide: Sequence[float]) -> str:
    return (
        "with as many numbers"
        if _mean(wide) >= _mean(one) - MARGIN
        else "with more numbers, even worse here,"
    )


def _why(words: Reached) -> str:
    if does_help(words) != YES:
        return ""
    return (
        "Why: one layer's score for a token is a sum, one part from the state that has read the left, one from the "
        "state that has read the right. *Same kind on both sides* is no such sum: it needs both at once, and a second "
        "layer reads both. (A hidden layer below the answer would do so too.)"
    )
