"""What to try with the faulty snippets, and by what it is seen that it was done."""

from __future__ import annotations

from dataclasses import dataclass

from seqviz.lessons.repair import answers
from seqviz.lessons.repair.running import Outcome, outcome
from seqviz.lessons.repair.snippets import Mending, Snippet, snippet_named
from seqviz.text.intervals import share_interval
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.state.page_state import value


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        snippet: the one that is open.
        line: the chosen line, counted from 1; None where none is.
        place: of the chosen mending among the snippet's; None where none is.
    """

    snippet: Snippet
    line: int | None = None
    place: int | None = None

    @property
    def is_found(self) -> bool:
        """Whether the chosen line is at fault."""
        return self.line in self.snippet.faulty_lines

    @property
    def mending(self) -> Mending | None:
        """The mending that is on the screen; there is none before the line is found."""
        return self.snippet.mendings[self.place] if self.is_found and self.place is not None else None

    @property
    def mended(self) -> Outcome:
        """What the snippet does with that mending."""
        return outcome(self.snippet.name, self.place)


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    snippet = snippet_named(value(answers.SNIPPET))
    line = value(answers.line_of(snippet))
    return Screen(snippet, None if line == answers.NONE else int(line), answers.chosen_mending(snippet))


def _not_yet(screen: Screen, name: str) -> Result | None:
    """Return what is missing before a mending of a snippet is on the screen; None where one is."""
    wanted = snippet_named(name)
    if screen.snippet.name != name:
        return missing(f"Another snippet is open: choose *{wanted.title}*.")
    if screen.line is None:
        return missing("No line is chosen yet.")
    if not screen.is_found:
        stops = ": the program stops there, but for a reason that lies elsewhere"
        here = stops if screen.line == outcome(name).stopped_at else ""
        return missing(f"Line {screen.line} is not the one to repair{here}.")
    if screen.mending is None:
        return missing(f"Line {screen.line} is at fault. Now choose what should stand there.")
    return None


def six_ids(screen: Screen) -> Result:
    """Check that the line that defines the name is mended; say where the program stopped."""
    if (lacks := _not_yet(screen, "maxlen")) or screen.mending is None:
        return lacks or missing("No line is mended yet.")
    if not screen.mending.is_right:
        return missing(f"With this mending it shows `{screen.mended.shown.strip()}`, not six ids.")
    return done(
        f"It stopped at line {outcome('maxlen').stopped_at}; the line to repair was line {screen.line}. Now it prints "
        f"`{screen.mended.shown.strip()}`."
    )


def coin_toss(screen: Screen) -> Result:
    """Check that the words are chosen by the training part alone; tell the accuracy before and after."""
    if (lacks := _not_yet(screen, "coins")) or screen.mending is None:
        return lacks or missing("No line is mended yet.")
    before, after = outcome("coins").variables["accuracy"], screen.mended.variables.get("accuracy")
    if not screen.mending.is_right:
        now = f"{after:.3f} with your line" if after is not None else "your line stops the program"
        return missing(
            f"Accuracy {before:.3f} as it stands; {now}. The labels of test reviews are still seen."
        )
    number = screen.mended.variables["y_test"].size
    within = share_interval(round(after * number), number)
    holds = "holds" if within.holds(0.5) else "does not hold"
    return done(
        f"Accuracy {before:.3f} as it stood, {after:.3f} repaired. On {number} test reviews its 95% interval goes from "
        f"{within.low:.2f} to {within.high:.2f}, which {holds} one half."
    )


def four_answers(screen: Screen) -> Result:
    """Check that the mending on the screen gives four answers and is wrong all the same."""
    if (lacks := _not_yet(screen, "layers")) or screen.mending is None:
        return lacks or missing("No line is mended yet.")
    found = screen.mended.variables
    number = found["found"].numel()
    said = f"With this line the second layer reads numbers of shape {found['shape']}, and gives {number}"
    if screen.mending.is_right:
        return missing(f"{said}: that is the right one. Which other one gives four answers too?")
    if number != 4:
        return missing(f"{said}, not four.")
    return done(
        f"{said}, as many as there are reviews. Yet of each review it has read {found['shape'][1]} token."
    )


TASKS = (
    Task(
        "*Six ids* stops with an error. Choose the line where it stops and read what it says: is that the line to "
        "repair? Mend the one that is.",
        answers.afresh("maxlen"),
        six_ids,
    ),
    Task(
        "*Predicting a coin toss*: how accurate is the model, and how accurate can it be? Once you have found the "
        "line, choose twice as many words first, then mend it.",
        answers.afresh("coins"),
        coin_toss,
    ),
    Task(
        "*Two layers, one on the other*: look at the shapes that each line makes. Which repair gives four answers "
        "and is still wrong? Choose that one.",
        answers.afresh("layers"),
        four_answers,
    ),
)
