"""What to try with the recurrent neuron, and by what it is seen that it was done."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seqviz.experiments.fibonacci.config import FibonacciExperiment
from seqviz.lessons.recurrent_neuron import numbers, reading
from seqviz.text.tokens import words
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import BUNDLED
from seqviz.ui.sentences import readers
from seqviz.ui.state import page_state

LUCAS = (2, 1)
OTHER_START = (5, 1)
FIBONACCIS_ALONE = FibonacciExperiment(starts="Fibonacci's")


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        tokens: of the sentence that is read.
        positive: the LSTM's probability of positive after each token, (num_tokens,).
        chosen: the column of the hidden state that is chosen, from 0.
        start: the first two numbers.
        way: what the nets of numbers read.
        run: the run whose nets guess numbers.
        told: what is said of those nets' guesses.
    """

    tokens: tuple[str, ...]
    positive: np.ndarray
    chosen: int
    start: tuple[int, int]
    way: str
    run: ShownRun
    told: str


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    run = numbers.FIBONACCI.on_screen()
    tokens, positive = _read(words(page_state.value(reading.SENTENCE))[: reading.MOST_TOKENS])
    start = (page_state.value(numbers.FIRST), page_state.value(numbers.SECOND))
    way, reader = page_state.value(numbers.WAY), numbers.number_reader(run.id if run.result else BUNDLED)
    found = numbers.guesses_of(reader, way, start, page_state.value(numbers.TERMS))
    chosen = page_state.value(reading.PLACE.token_setting)
    return Screen(tokens, positive, chosen, start, way, run, numbers.where_it_fails(*found))


def _read(tokens: list[str]) -> tuple[tuple[str, ...], np.ndarray]:
    if not tokens:
        return (), np.zeros(0)
    net = readers.bundled().reader
    text = net.encode(" ".join(tokens))
    return tuple(text.tokens), np.asarray(net.positive_after_each_token(text))


def turning_word(screen: Screen) -> Result:
    """Check that the word is chosen at which the answer changes most."""
    if len(screen.tokens) < 2:
        return missing("The sentence needs at least two words.")
    steps = np.abs(np.diff(screen.positive))
    chosen = min(screen.chosen, len(screen.tokens) - 1)
    where = f"“{escaped(screen.tokens[chosen])}”, word {chosen + 1}"
    if chosen == 0:
        return missing(f"Chosen is {where}: before it there is no answer to change. Choose a later word.")
    before, after = screen.positive[chosen - 1 : chosen + 1]
    said = f"At {where}, the probability of positive goes from {before:.2f} to {after:.2f}"
    if steps[chosen - 1] < steps.max():
        return missing(f"{said}. At another word it moves further.")
    return done(f"{said}: nowhere does it move further.")


def lucas_alone(screen: Screen) -> Result:
    """Check that the nets go on with Lucas's numbers from their own guesses."""
    if screen.start != LUCAS:
        return missing(f"The sequence begins with {screen.start[0]} and {screen.start[1]}: set 2 and 1.")
    if screen.way != numbers.WAY.options[1]:
        return missing(f"Each net still reads {screen.way}. {screen.told}")
    return done(screen.told)


def one_sequence_alone(screen: Screen) -> Result:
    """Check that nets trained on one sequence alone are asked about another."""
    if screen.run.config["starts"] != FIBONACCIS_ALONE.starts:
        return missing("The nets shown have learned from many beginnings: *Set it up*, then *Train*.")
    if not screen.run.result:
        return missing("The run has not finished yet.")
    if screen.start != OTHER_START:
        return missing(f"The sequence begins with {screen.start[0]} and {screen.start[1]}: set 5 and 1.")
    return done(screen.told)


TASKS = (
    Task(
        "At which word does the LSTM's answer change most? Choose that word in the picture of the hidden state.",
        {"sentence": "The film began dull, but the end was wonderful and the acting brilliant."},
        turning_word,
    ),
    Task(
        "The sequence begins with 2 and 1 (Lucas numbers). Let each net go on from its own guesses: which one drifts "
        "away?",
        {"start_one": LUCAS[0], "start_two": LUCAS[1], "reads": "the true numbers", "terms": 16},
        lucas_alone,
    ),
    Task(
        "Train on 1, 1, 2, 3 … alone in place of many beginnings, then begin with 5 and 1. Has the net found the "
        "rule, or only this one sequence?",
        numbers.FIBONACCI.controls.values_of(FIBONACCIS_ALONE)
        | {"start_one": OTHER_START[0], "start_two": OTHER_START[1], "reads": "the true numbers"},
        one_sequence_alone,
    ),
)
