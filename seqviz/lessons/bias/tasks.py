"""What to try with bias in word vectors, and by what it is seen that it was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seqviz.embeddings.bias_recovery import Recovery
from seqviz.embeddings.debias import along
from seqviz.embeddings.space import Neighbour, WordVectors
from seqviz.lessons.bias.bench import Bench
from seqviz.lessons.bias.both_ways import ask
from seqviz.lessons.bias.checks import FEWEST, counted_again
from seqviz.lessons.bias.direction import GENDER, QUESTION, STRENGTH, settings_of
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.markdown import escaped
from seqviz.ui.state.page_state import usable


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        bench: the vectors before and after; None where sets or words are missing.
        asked: the word of the analogy.
        recovery: what the counter-test has found; None where there are too few words.
    """

    bench: Bench | None
    asked: str
    recovery: Recovery | None


def on_screen(bench: Bench | None) -> Screen:
    """Return what is on the screen at the moment."""
    tested = bench is not None and len(bench.neutral) >= FEWEST
    recovery = counted_again(bench, bench.after) if bench is not None and tested else None
    return Screen(bench, usable(QUESTION).strip(), recovery)


NO_BENCH = "Sets of words and words that should be neutral are needed: *Set it up*."


def taken_out(screen: Screen) -> Result:
    """Check that the vectors are fully debiased; say how far the farthest word leaned, and leans now."""
    if screen.bench is None:
        return missing(NO_BENCH)
    before, after = (_farthest(screen.bench, v) for v in (screen.bench.before, screen.bench.after))
    told = (
        f"At {screen.bench.strength}% the largest component of {len(screen.bench.neutral)} words along the direction "
        f"is {after:.2g}, where it was {before:.2f}"
    )
    return done(f"{told}.") if screen.bench.strength == 100 else missing(f"{told}. Go on to 100%.")


def _farthest(bench: Bench, vectors: WordVectors) -> float:
    units = vectors.subset(bench.neutral).units
    return float(np.linalg.norm(along(units, bench.direction.axes), axis=1).max())


def two_answers_become_one(screen: Screen) -> Result:
    """Check that the two ends get different first answers before full debiasing, and the same one after it."""
    bench, known = screen.bench, screen.bench.before.known([screen.asked]) if screen.bench else []
    if bench is None or not known or known[0] in bench.meaning_it:
        return missing("Ask for a word that has a vector and should be neutral.")
    if bench.strength < 100:
        return missing("Debias fully: set 100%.")
    word = known[0]
    before, after = (ask(v, word, bench.ends, bench.meaning_it) for v in (bench.before, bench.after))
    if not all(answers.for_low and answers.for_high for answers in (before, after)):
        return missing("These vectors hold no word to answer with.")
    low, high = map(escaped, bench.ends)
    told = (
        f"For *{escaped(word)}*, before debiasing *{low}* gets *{_first(before.for_low)}* and *{high}* "
        f"*{_first(before.for_high)}*"
    )
    now = f"after it they get *{_first(after.for_low)}* and *{_first(after.for_high)}*"
    if before.for_low[0].word == before.for_high[0].word or after.for_low[0].word != after.for_high[0].word:
        return missing(f"{told}; {now}. Ask for another word.")
    return done(f"{told}; after it both get *{_first(after.for_low)}*.")


def _first(answers: Sequence[Neighbour]) -> str:
    return escaped(answers[0].word)


def too_few_words(screen: Screen) -> Result:
    """Check that the counter-test is done and cannot settle anything, because the words are too few."""
    bench, found = screen.bench, screen.recovery
    if bench is None or found is None:
        return missing(f"The counter-test needs {FEWEST} words or more.")
    if bench.strength < 100:
        return missing("Debias fully: set 100%.")
    told = (
        f"With {len(bench.neutral)} words the classifier is right in {found.told_after:.0%}, with random sides in up "
        f"to {found.told_by_chance:.0%}; neighbours are of the same side in {found.near_after:.0%}, with random sides "
        f"in up to {found.near_by_chance:.0%}"
    )
    if found.told_after > found.told_by_chance or found.near_after > found.near_by_chance:
        return missing(f"{told}: more than chance explains. Leave words out.")
    return done(f"{told}. So few words cannot settle it, though the text is the same.")


TASKS = (
    Task(
        "Nothing is debiased yet. Set 50, then 100%: what happens to the occupations, what to the two guarantees?",
        {**settings_of(GENDER), "strength": STRENGTH.low},
        taken_out,
    ),
    Task(
        "*he : lawyer :: she : ?* has the same first answer both ways. Find an occupation for which *she* and *he* get "
        "different ones before debiasing. What do both get after it?",
        {**settings_of(GENDER), "strength": 100, "asked_for": "lawyer"},
        two_answers_become_one,
    ),
    Task(
        "Every component is 0 now, and yet the counter-test finds the side. Leave out words that should be neutral "
        "until it cannot any more: does that prove that the bias is gone?",
        {**settings_of(GENDER), "strength": 100},
        too_few_words,
    ),
)
