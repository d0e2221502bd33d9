"""What to try with stacks, and by what it is seen that it was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from seqviz.corpora.brackets import NOT_ASKED, WORD, labels_of
from seqviz.experiments.brackets.config import ONE_LAYER, SAME_KIND, BracketsExperiment
from seqviz.experiments.brackets.reached import ON_BRACKETS, ON_WORDS, accuracies
from seqviz.lessons.stacks import brackets, marked
from seqviz.lessons.stacks.bracket_findings import what_depth_does
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import BUNDLED

FEWEST_WORDS = 3
FEWEST_BRACKETS = 8
FLAT = 1  # brackets open at once
OTHER_QUESTION = (
    "The nets shown were asked how deep a token stands: train some that are asked for the same kind."
)


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        tokens: of the string that is read.
        right: net -> the probability of *right* at each token, (num_tokens,); empty where no token is on the screen,
            or the nets were asked another question.
        run: the comparison that is shown.
    """

    tokens: tuple[str, ...]
    right: Mapping[str, np.ndarray]
    run: ShownRun


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    run, tokens = brackets.BRACKETS.on_screen(), marked.string_on_screen()
    reader = brackets.bracket_reader(run.id if run.result else BUNDLED)
    is_asked = bool(tokens) and reader.experiment.question == SAME_KIND
    return Screen(
        tuple(tokens), {net: reader.right(net, tokens) for net in reader.nets} if is_asked else {}, run
    )


def _counted(screen: Screen, *, words: bool) -> tuple[int, dict[str, int]]:
    """Return how many words, or brackets, are asked about, and how many each net marks as they are."""
    labels = np.array(labels_of(list(screen.tokens)))
    chosen = (labels != NOT_ASKED) & ((np.array(screen.tokens) == WORD) == words)
    said = {net: int(((right > 0.5) == (labels > 0.5))[chosen].sum()) for net, right in screen.right.items()}
    return int(chosen.sum()), said


def two_needed(screen: Screen) -> Result:
    """Check that the string has words on which the deep net is right and both of one layer err."""
    if screen.tokens and not screen.right:
        return missing(OTHER_QUESTION)
    number, right = _counted(screen, words=True) if screen.tokens else (0, {})
    if number < FEWEST_WORDS:
        return missing(
            f"The string has {number} words inside of brackets, and needs at least {FEWEST_WORDS}."
        )
    said = f"Of {number} words inside of brackets are marked as they are: {_listed(right)}."
    one, wide, deep = right.values()
    if deep < number:
        return missing(f"{said} The net of {list(right)[-1]} errs, too: try another string.")
    if max(one, wide) == number:
        return missing(f"{said} A net of one layer has them all, too: try another string.")
    return done(said)


def one_is_enough(screen: Screen) -> Result:
    """Check that the string has many brackets, some of them wrong, and the net of one layer marks them all."""
    if screen.tokens and not screen.right:
        return missing(OTHER_QUESTION)
    number, right = _counted(screen, words=False) if screen.tokens else (0, {})
    if number < FEWEST_BRACKETS:
        return missing(f"The string has {number} brackets, and needs at least {FEWEST_BRACKETS}.")
    said = f"Of {number} brackets are marked as they are: {_listed(right)}."
    if all(label != 0 for label in labels_of(list(screen.tokens))):
        return missing(f"{said} All of them are right: let some close with the wrong kind.")
    return done(said) if right[ONE_LAYER] == number else missing(f"{said} The net of one layer errs.")


def flat_strings(screen: Screen) -> Result:
    """Check that nets were trained on strings in which a bracket closes before the next one opens."""
    deepest = screen.run.config["deepest"]
    if deepest != FLAT:
        return missing(
            f"In the strings of the run shown, up to {deepest} brackets are open at once: set 1, train."
        )
    if not screen.run.result:
        return missing("The run has not finished yet.")
    if screen.run.config.get("question", SAME_KIND) != SAME_KIND:
        return missing(OTHER_QUESTION)
    words, brackets = (accuracies(screen.run.history, on) for on in (ON_WORDS, ON_BRACKETS))
    return done(what_depth_does(words, brackets))


def _listed(right: Mapping[str, int]) -> str:
    return ", ".join(f"{net} {number}" for net, number in right.items())


TASKS = (
    Task(
        f"Write a string with at least {FEWEST_WORDS} words inside of brackets that the net of two layers marks "
        "without a fault, and either net of one layer does not.",
        {"brackets": "( cats )"},
        two_needed,
    ),
    Task(
        f"Write a string with at least {FEWEST_BRACKETS} brackets, some of the wrong kind, in which one layer is "
        "enough to mark every bracket.",
        {"brackets": "( [ ] )"},
        one_is_enough,
    ),
    Task(
        "Train on strings in which a bracket closes before the next one opens (*Brackets open at once*: 1). Nothing is "
        "nested now. Is a second layer still what it takes?",
        brackets.BRACKETS.controls.values_of(BracketsExperiment(deepest=2)),
        flat_strings,
    ),
)
