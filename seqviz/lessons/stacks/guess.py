"""The question before the answer: on which tokens a second layer helps, in the nets that come with the app."""

from __future__ import annotations

from seqviz.experiments.brackets.reached import ON_BRACKETS, ON_WORDS, accuracies
from seqviz.lessons.stacks.bracket_findings import YES, does_help
from seqviz.lessons.stacks.brackets import BRACKETS
from seqviz.ui.runs.trained import bundled_run

#: (helps on the words, helps on the brackets) -> the guess that says so.
OPTIONS = {
    (True, True): "on both",
    (False, True): "on the brackets alone",
    (True, False): "on the words alone",
    (False, False): "on neither",
}


def helps_answer() -> str:
    """Return which of OPTIONS is true of the nets that come with the app, from every seed."""
    history = bundled_run(BRACKETS.bundled).history
    words, brackets = (does_help(accuracies(history, metric)) == YES for metric in (ON_WORDS, ON_BRACKETS))
    return OPTIONS[words, brackets]
