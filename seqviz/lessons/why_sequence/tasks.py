"""What to try with two orders of the same words, and by what it is seen that it was done."""

from __future__ import annotations

from dataclasses import dataclass

from seqviz.experiments.word_order.config import ARMS, OrderExperiment
from seqviz.experiments.word_order.pairs import PAIRS, is_positive
from seqviz.lessons.why_sequence import word_order
from seqviz.lessons.why_sequence.order_findings import on_reviews
from seqviz.text.tokens import words
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import BUNDLED
from seqviz.ui.state import page_state

SMALL = OrderExperiment(hidden_size=2)
ALIKE = 0.1  # answers nearer to one another than this are called alike
PLAIN = "The plot was fresh and the actors were good."


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        sentences: the tokens of both.
        answers: each net's probability of positive for both: arm -> (first, second).
        run: the run whose nets answer.
    """

    sentences: tuple[list[str], list[str]]
    answers: dict[str, tuple[float, float]]
    run: ShownRun

    @property
    def said(self) -> str:
        """Both nets' answers, in words."""
        return "; ".join(f"{arm}: {one:.2f} and {other:.2f}" for arm, (one, other) in self.answers.items())


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    run = word_order.ORDER.on_screen()
    reader = word_order.order_reader(run.id if run.result else BUNDLED)
    first, second = (
        words(page_state.value(setting))[: word_order.MOST_TOKENS]
        for setting in (word_order.SENTENCE, word_order.OTHER)
    )
    if not first or not second:
        return Screen((first, second), {}, run)
    one, other = reader.positive(first), reader.positive(second)
    return Screen((first, second), {arm: (float(one[arm]), float(other[arm])) for arm in ARMS}, run)


def _other_order(screen: Screen) -> Result | None:
    """Return what is missing for two orders of the same words; None where they are there."""
    first, second = screen.sentences
    if not first or not second:
        return missing("Each box needs at least one word.")
    if sorted(first) != sorted(second):
        return missing("The two sentences do not consist of the same words.")
    return missing("The two sentences are the same: change the order.") if first == second else None


def order_decides(screen: Screen) -> Result:
    """Check that a pair of a person's own gets opposite answers from the recurrent net."""
    if lacking := _other_order(screen):
        return lacking
    if is_positive(screen.sentences[0]) is not None:
        return missing("This pair is ours: write one of your own, for instance with other words than *good*.")
    one, other = screen.answers[ARMS[1]]
    if (one > 0.5) == (other > 0.5):
        return missing(f"Probability of positive, {screen.said}: the recurrent net takes one side for both.")
    return done(f"Probability of positive, {screen.said}: the order alone decides.")


def order_does_not_decide(screen: Screen) -> Result:
    """Check that another order is found that leaves the recurrent net's answer nearly as it was."""
    if lacking := _other_order(screen):
        return lacking
    one, other = screen.answers[ARMS[1]]
    if abs(one - other) >= ALIKE:
        return missing(f"Probability of positive, {screen.said}: that is {abs(one - other):.2f} apart.")
    return done(f"Probability of positive, {screen.said}: {abs(one - other):.2f} apart, whatever the order.")


def small_nets(screen: Screen) -> Result:
    """Check that nets of few units were trained; say what they reach."""
    units = screen.run.config["hidden_size"]
    if units > SMALL.hidden_size:
        return missing(
            f"The nets shown have {units} units: *Set it up*, then *Train*, for {SMALL.hidden_size}."
        )
    if not screen.run.result:
        return missing("The run has not finished yet.")
    return done(f"With {units} units each: {on_reviews(screen.run.history)}")


TASKS = (
    Task(
        "The opinion of friends stands against one's own. Write a pair of your own, the same words in another order, "
        "to which the recurrent net gives opposite answers.",
        dict(zip(("sentence", "other"), PAIRS[1], strict=True)),
        order_decides,
    ),
    Task(
        "Not every order means something else: let the two halves of the second sentence change places. How far does "
        "the recurrent net's answer move?",
        {"sentence": PLAIN, "other": PLAIN},
        order_does_not_decide,
    ),
    Task(
        "Give each net two units in place of 32 and train them. Is the recurrent one still ahead on reviews set aside?",
        word_order.ORDER.controls.values_of(SMALL),
        small_nets,
    ),
)
