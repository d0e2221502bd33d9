"""What the analogies on the Bias page show, and why: computed from the vectors and the sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from seqviz.corpora.world import occupations, shared_company
from seqviz.embeddings.debias import component
from seqviz.embeddings.space import Neighbour
from seqviz.lessons.bias.bench import Bench
from seqviz.lessons.bias.both_ways import Answers, places
from seqviz.text.numbers_written import with_minus
from seqviz.ui.markdown import escaped


def remark(bench: Bench, word: str, before: Answers) -> str:
    """Say what either end gets, what becomes of the low end's first answer, and which company it keeps.

    Args:
        bench: the vectors before and after.
        word: the X of "he : X :: she : ?".
        before: the answers from the vectors as they came.
    """
    sentences = [_opening(bench, before)]
    answer = next((n.word for n in before.for_low if n.word not in bench.meaning_it), None)
    if bench.strength == 0:
        sentences.append("Nothing is debiased yet, so both tables are the same.")
    elif answer is not None:
        sentences.append(_fate(bench, word, answer))
        if _is_all_direction(bench, word):
            sentences.append(_why(bench, word, answer))
    return " ".join(sentences)


def _opening(bench: Bench, before: Answers) -> str:
    low, high = map(escaped, bench.ends)
    leans = [with_minus(mean_component(bench, side), "+.2f") for side in (before.for_low, before.for_high)]
    return (
        f"Before debiasing, *{low}* gets **{escaped(before.for_low[0].word)}** and *{high}* gets "
        f"**{escaped(before.for_high[0].word)}**; the answers for *{low}* have a mean component of **{leans[0]}** "
        f"along the direction, those for *{high}* **{leans[1]}** (below 0: to *{low}*)."
    )


def mean_component(bench: Bench, answers: Sequence[Neighbour]) -> float:
    """Return how far words reach along the direction before debiasing, on average; below 0 is to the low end."""
    units = bench.before.subset([neighbour.word for neighbour in answers]).units
    return float(np.mean(component(units, bench.direction.direction)))


def _fate(bench: Bench, word: str, answer: str) -> str:
    """Say at which places an answer stood for either end, and stands now."""
    low, high = map(escaped, bench.ends)
    (low_before, high_before), (low_after, high_after) = (
        places(bench, vectors, word, answer) for vectors in (bench.before, bench.after)
    )
    now = (
        f"place {low_after} for both"
        if low_after == high_after
        else f"place {low_after} and place {high_after}"
    )
    return (
        f"Words such as {escaped(bench.example)} left aside, *{escaped(answer)}* stood at place **{low_before}** for "
        f"*{low}* and at place **{high_before}** for *{high}*; now it stands at **{now}**."
    )


def _is_all_direction(bench: Bench, word: str) -> bool:
    """Tell whether the step between the ends is all direction now, and the word asked has none of it."""
    is_equal = any(set(bench.ends) <= set(words) for words in bench.equalised)
    return bench.strength == 100 and is_equal and word not in bench.meaning_it


def _why(bench: Bench, word: str, answer: str) -> str:
    low, high = map(escaped, bench.ends)
    all_direction = (
        f"The step from *{high}* to *{low}* is all direction after debiasing, and words that are neutral have none of "
        f"it: both ends get the neighbours of *{escaped(word)}*, in the same order."
    )
    neighbours = bench.after.neighbours(word, len(bench.meaning_it) + 2)
    nearest, runner_up = [n for n in neighbours if n.word not in bench.meaning_it][:2]
    first = f"*{escaped(nearest.word)}* (cosine {with_minus(nearest.cosine, '.2f')})"
    then = f"*{escaped(runner_up.word)}* ({with_minus(runner_up.cosine, '.2f')})"
    ranking = (
        f"Nearest to it is still {first}, then {then}, but no longer because of *{low}*"
        if nearest.word == answer
        else f"Nearest to it is {first} now, then {then}"
    )
    return f"{all_direction} {ranking}: {_company(bench, word, nearest.word)}"


def _company(bench: Bench, word: str, answer: str) -> str:
    """Say what makes two words neighbours without the direction; of the small world it is known."""
    if not bench.of_the_world or not {word, answer} <= occupations().keys():
        return "the text uses the two words alike, and debiasing takes out a direction, not company."
    if shared := shared_company(word, answer):
        return (
            f"in the small world's sentences *{', '.join(shared)}* appears with *{word}* and *{answer}* and with no "
            "other occupation: debiasing does not change which words appear together."
        )
    return "in the small world's sentences no word appears with both of these occupations and with no other."
