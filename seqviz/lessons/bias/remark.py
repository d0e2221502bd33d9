"""What the two lists of analogies on the Bias page show, and why: computed from the vectors and the sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from seqviz.corpora.world import occupations, shared_company
from seqviz.embeddings.debias import component
from seqviz.lessons.bias.direction import Bench
from seqviz.text.numbers_written import with_minus
from seqviz.ui.markdown import escaped


def remark(bench: Bench, word: str, before: Sequence[str], after: Sequence[str]) -> str:
    """Say how far the answers lean, where the first one after debiasing comes from, and which company it shares.

    Args:
        bench: the vectors before and after.
        word: the X of "he : X :: she : ?".
        before: the answers from the vectors as they came, nearest first.
        after: the answers from the debiased vectors, nearest first.
    """
    if bench.strength == 0:
        return "Nothing is debiased yet, so both lists are the same."
    leans = [with_minus(mean_component(bench, words), "+.2f") for words in (before, after)]
    sentences = [
        f"In the vectors as they came, the answers before have a mean component of **{leans[0]}** along the "
        f"direction, those after **{leans[1]}** (below 0: to *she*)."
    ]
    is_all_direction = bench.strength == 100 and ("she", "he") in bench.equalised
    if is_all_direction and after[0] == bench.after.neighbours(word, 1)[0].word:
        sentences.append(
            f"*{escaped(after[0])}* is simply the nearest neighbour of *{escaped(word)}* after debiasing: the "
            "step from *he* to *she* is all direction now, and neutral words have none of it."
        )
        sentences.append(_company(bench, word, after[0]))
    return " ".join(filter(None, sentences))


def mean_component(bench: Bench, words: Sequence[str]) -> float:
    """Return how far words reach along the direction before debiasing, on average; below 0 is to *she*."""
    return float(np.mean(component(bench.before.subset(words).units, bench.direction.direction)))


def _company(bench: Bench, word: str, answer: str) -> str:
    """Say which words of the small world appear with these two occupations and with no other."""
    if not bench.of_the_world or not {word, answer} <= occupations().keys():
        return ""
    shared = shared_company(word, answer)
    if not shared:
        return (
            "In the small world's sentences no word appears with both of these occupations and with no other."
        )
    return (
        f"In the small world's sentences *{', '.join(shared)}* appears with *{word}* and *{answer}* and with no other "
        "occupation: debiasing does not change which words appear together."
    )
