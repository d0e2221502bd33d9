"""What to try with GloVe, and by what it is seen that it was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seqviz.embeddings.company_counts import Ratio
from seqviz.experiments.word_vectors.config import WordVectorsExperiment
from seqviz.lessons.glove import glove, ratios
from seqviz.lessons.glove.training import TRAINING
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.shown_run import ShownRun, shown_bundled
from seqviz.ui.state.page_state import usable
from seqviz.ui.vectors.training_task import trained_beside

EVERY_CELL = WordVectorsExperiment(method="glove", full_count=10.0, pseudocount=0.3)
SKIP_GRAM = WordVectorsExperiment()


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        two: the two words that are told apart.
        found: the ratio of each probe word that is counted.
        cell: the two words of the chosen cell; empty where one is not in the sentences.
        count: how often they meet.
        added: to every count.
        zeros: how many cells of the matrix are 0, in words.
        run: the training that is shown.
        bundled: the training that comes with the app.
    """

    two: Sequence[str]
    found: Sequence[Ratio]
    cell: Sequence[str]
    count: float
    added: float
    zeros: str
    run: ShownRun
    bundled: ShownRun


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    two, found = ratios.on_screen()
    vocabulary, counts = glove.counted_on_screen()
    cell = [word for word in usable(glove.CELL).split()[:2] if word in vocabulary]
    rows = [vocabulary.index(word) for word in cell]
    return Screen(
        two,
        found,
        cell if len(cell) == 2 else [],
        float(counts[rows[0], rows[1]]) if len(rows) == 2 else 0.0,
        usable(glove.ADDED),
        glove.zeros_in_words(counts) if counts.size else "",
        TRAINING.on_screen(),
        shown_bundled(TRAINING.bundled),
    )


def belongs_to_the_other(screen: Screen) -> Result:
    """Check that a probe word stands near the second word more than near the first, beyond what chance explains."""
    if not screen.found:
        return missing("Two words that are counted are needed, and a probe word: *Set it up*.")
    least = min(screen.found, key=lambda ratio: ratio.high if ratio.ratio < 1 else float("inf"))
    one, other = map(escaped, screen.two)
    told = (
        f"*{escaped(least.probe)}* stands near *{one}* {least.counts[0]} times and near *{other}* {least.counts[1]} "
        f"times: the ratio of its shares is {least.ratio:.2f}, its interval {least.low:.2f} to {least.high:.2f}"
    )
    if not (least.ratio < 1 and least.high < 1):
        return missing(f"{told}. No probe word yet whose whole interval lies left of 1.")
    return done(f"{told}. It belongs to *{other}*.")


def never_meet(screen: Screen) -> Result:
    """Check that the chosen cell is that of two different words that never meet."""
    if len(set(screen.cell)) < 2:
        return missing("The cell needs two different words of the sentences.")
    words = " and ".join(f"*{escaped(word)}*" for word in screen.cell)
    if screen.count:
        return missing(f"{words} meet: their cell holds {screen.count:g}. Choose one with 0.")
    if screen.added:
        return missing(f"{words} never meet, but {screen.added:g} is added to every count: add 0.")
    return done(
        f"{words} never meet, so their cell has no part in the objective, and GloVe learns nothing from it. "
        f"{screen.zeros}."
    )


def every_cell(screen: Screen) -> Result:
    """Check that GloVe was trained with something in every cell; set its analogies beside those without."""
    asked = {name: getattr(EVERY_CELL, name) for name in ("method", "full_count", "pseudocount")}
    return trained_beside(screen.run, screen.bundled, asked)


def skip_gram(screen: Screen) -> Result:
    """Check that skip-gram was trained; set its analogies beside GloVe's."""
    return trained_beside(screen.run, screen.bundled, {"method": SKIP_GRAM.method})


TASKS = (
    Task(
        "Find a probe word that belongs to the second of the two words: one whose whole interval lies left of 1. "
        "(Name one that is not counted, and the page lists those that are.)",
        {"counted_in": "reviews", "two_words": "war romance", "probes": "soldiers snow"},
        belongs_to_the_other,
    ),
    Task(
        "Choose the cell of two words that never meet. What does GloVe learn from it?",
        {"sentences": glove.SENTENCES.default, "cell": "I like", "meeting_window": 1, "added": 0.0},
        never_meet,
    ),
    Task(
        "Let the empty cells count: train GloVe with 0.3 added to every count and x_max 10. What do pairs that never "
        "meet teach?",
        TRAINING.controls.values_of(EVERY_CELL),
        every_cell,
    ),
    Task(
        "Train skip-gram on the same text, and compare its analogies with GloVe's. Which of the two ever looks at "
        "pairs that do not occur?",
        TRAINING.controls.values_of(SKIP_GRAM),
        skip_gram,
    ),
)
