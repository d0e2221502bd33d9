"""What is often said of code that runs, and what is so."""

from __future__ import annotations

from seqviz.lessons.repair.running import outcome
from seqviz.lessons.repair.snippets import snippets

CHOICE = (
    "Test data do harm only where they are trained on.",
    "Whatever is chosen with their help knows them: words, an epoch, the best of many models. *Predicting a coin toss* "
    "and *The best of many models* show how much that can be, although nothing is trained on a test review in either.",
)
DEFAULT = (
    "A default is the usual choice, so it needs no thought.",
    "It is a choice that somebody else made. Removing digits, padding in front or behind, a state that is returned "
    "once or at every token: each is right for one use and wrong for another.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [_runs_to_its_end(), _right_shape(), CHOICE, DEFAULT]


def num_that_stop() -> str:
    """Say how many of the snippets stop with an error as they stand."""
    return str(sum(snippet.stops for snippet in snippets()))


def _runs_to_its_end() -> tuple[str, str]:
    return (
        "Code that runs to its end without an error is right.",
        f"Of the {len(snippets())} snippets here only {num_that_stop()} stops with an error. The others print "
        "something plausible: their faults show only on an input whose result is known.",
    )


def _right_shape() -> tuple[str, str]:
    found = outcome("attention").variables
    sums = ", ".join(f"{number:.2f}" for number in found["sums"].values())
    rows, columns = len(found["queries"]), len(found["keys"])
    return (
        "If the shapes are right, the axes are.",
        f"In *Shares of attention* the table has {rows} rows and {columns} columns whichever axis the softmax goes "
        f"along. Along the wrong one the rows add up to {sums}.",
    )
