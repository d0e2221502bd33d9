"""What to try with a gap, and by what it is seen that it was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from seqviz.experiments.next_word.config import NextWordExperiment
from seqviz.lessons.filling_gap import gap, next_word
from seqviz.ui.fill_in import FILL_IN, fill_in_reader
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import BUNDLED

KNOWN, UNSURE = 0.9, 0.5
FEW_UNITS = 8


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        word: that is blanked; "" where there is none.
        right: side -> its probability of that word; empty of a word that the nets could not name.
        run: the run whose nets name the next word.
    """

    word: str
    right: Mapping[str, float]
    run: ShownRun


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    shown, (tokens, place) = FILL_IN.on_screen(), gap.story_on_screen()
    reader = fill_in_reader(shown.id if shown.result else BUNDLED)
    right = gap.probabilities(reader, tokens, place) if tokens else {}
    return Screen(tokens[place] if tokens else "", right, next_word.NEXT_WORD.on_screen())


def _said(screen: Screen) -> str:
    return f"Blanked is “{escaped(screen.word)}”. Its probability: {gap.listed(dict(screen.right))}."


def only_from_the_left(screen: Screen) -> Result:
    """Check that a word is blanked that the left side knows and the right side does not."""
    if not screen.right:
        return missing("The word blanked is not one that the nets could name: click another.")
    if screen.right["left"] <= KNOWN:
        return missing(f"{_said(screen)} The left side does not know it, either: click another.")
    if screen.right["right"] >= UNSURE:
        return missing(f"{_said(screen)} The right side does well, too: click another.")
    return done(_said(screen))


def from_neither(screen: Screen) -> Result:
    """Check that a word is blanked that not even both sides together know."""
    if not screen.right:
        return missing("The word blanked is not one that the nets could name: click another.")
    if max(screen.right.values()) >= UNSURE:
        return missing(f"{_said(screen)} At least one of the three knows it: click another.")
    return done(f"{_said(screen)} Nothing else in the story settles it.")


def few_units_copy(screen: Screen) -> Result:
    """Check that small nets were trained to name the next word, and tell whether the one of both ends only copied."""
    units = screen.run.config["hidden_size"]
    if units != FEW_UNITS:
        return missing(f"The nets shown have {units} units: set {FEW_UNITS}, and train.")
    if not screen.run.result:
        return missing("The run has not finished yet.")
    return done(next_word.verdict(next_word.reached(screen.run)))


TASKS = (
    Task(
        "In the story about France, blank a word that the left side knows (above 0.9) and the right side does not "
        "(below 0.5). Where does what settles it stand?",
        {"story": gap.FRANCE, "blank": 1},
        only_from_the_left,
    ),
    Task(
        "In the same story, blank a word that not even both sides together know (below 0.5, all three). Why can they "
        "not?",
        {"story": gap.FRANCE, "blank": 1},
        from_neither,
    ),
    Task(
        f"Train the two nets that name the next word with {FEW_UNITS} units each. Does the one that reads from both "
        "ends still copy, and what has it learned beside that?",
        next_word.NEXT_WORD.controls.values_of(NextWordExperiment(hidden_size=16)),
        few_units_copy,
    ),
)
