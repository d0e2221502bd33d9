"""Where more layers help and where they do not, said from the accuracies of a bracket comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from seqviz.experiments.brackets.config import DEPTH, SAME_KIND
from seqviz.experiments.brackets.reached import MARGIN, is_ahead

Reached = Mapping[str, Sequence[float]]
NUM_NETS = 3
COUNTING = "Counting what is open takes one side and one number, which a layer can hold."
YES, NO, UNSETTLED = "yes, from every seed", "no", "the seeds do not agree"


def does_help(reached: Reached) -> str:
    """Tell whether the deep net is ahead of both nets of one layer: YES, NO or UNSETTLED.

    Args:
        reached: one layer, a wide one, the deep net -> share of right answers of each seed.
    """
    one, wide, deep = map(list, reached.values())
    if is_ahead(deep, one) and is_ahead(deep, wide):
        return YES
    best = max((one, wide), key=_mean)
    return NO if _mean(deep) <= _mean(best) + MARGIN else UNSETTLED


def what_depth_does(words: Reached, brackets: Reached, question: str = SAME_KIND) -> str:
    """Say of words and of brackets what each net reaches, and what further layers have to do with it."""
    if min(len(words), len(brackets)) < NUM_NETS:
        return ""
    if question == DEPTH:
        on_words, on_brackets = (f"{_listed(each)}. {_verdict(each)}" for each in (words, brackets))
        said = f"On the words: {on_words} On the brackets: {on_brackets}"
        is_counted = does_help(words) == does_help(brackets) == NO
        return f"{said} {COUNTING}" if is_counted else said
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
    one, wide, _ = reached.values()
    deep = list(reached)[-1]
    return {
        YES: f"**Here it takes {deep}**: a layer {_times(one, wide)} does not make up for it.",
        NO: f"**Here {deep} are not needed**: one layer does as well.",
        UNSETTLED: f"Here these seeds do not settle whether {deep} help.",
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
