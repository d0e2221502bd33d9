"""What to try with two directions, and by what it is seen that it was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from seqviz.corpora.teddy import LABELS
from seqviz.experiments.tagging.config import ARMS
from seqviz.lessons.directions import teddy
from seqviz.lessons.directions.knowledge import WHOSE, known_at_each_position
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.trained import BUNDLED
from seqviz.ui.state import page_state

SURE = 0.9
FORWARD, BOTH = ARMS[:2]
LONG = 8  # words
TOY, PERSON = LABELS.index("toy"), LABELS.index("person")


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        sentences: the words of both.
        at_teddy: net -> what it says at the word Teddy of each sentence, (sentences, labels); empty where one has none.
        whose: the net whose knowledge is drawn.
        first_of_last: net -> how far the first sentence's last word moves the states at its first position.
    """

    sentences: tuple[tuple[str, ...], tuple[str, ...]]
    at_teddy: Mapping[str, np.ndarray]
    whose: str
    first_of_last: Mapping[str, float]


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    run = teddy.TAGGING.on_screen()
    reader = teddy.tagging_reader(run.id if run.result else BUNDLED)
    first, second = teddy.sentences_on_screen()
    found = (
        teddy.at_teddy(reader, [first, second]) if all(teddy.ASKED in one for one in (first, second)) else {}
    )
    moves = {
        arm: float(known_at_each_position(reader.influence(arm, first))[0, -1]) if first else 0.0
        for arm in (FORWARD, BOTH)
    }
    said = {arm: np.array(pair) for arm, pair in found.items()}
    return Screen((tuple(first), tuple(second)), said, page_state.value(WHOSE), moves)


def told_apart_before(screen: Screen) -> Result:
    """Check that the forward net answers the two sentences differently."""
    if not screen.at_teddy:
        return missing("Each sentence needs the word *Teddy*.")
    one, other = screen.at_teddy[FORWARD]
    gap = float(np.abs(one - other).max())
    if gap == 0:
        return missing(
            "The forward net's answers are exactly the same: up to *Teddy* it has read the same words."
        )
    return done(
        f"Up to *Teddy* the sentences differ, and so do the forward net's answers, by up to {gap:.3f}. It takes the "
        f"first Teddy for a person with {one[PERSON]:.2f}, the second with {other[PERSON]:.2f}; the net that reads "
        f"from both ends says {screen.at_teddy[BOTH][0][PERSON]:.2f} and {screen.at_teddy[BOTH][1][PERSON]:.2f}."
    )


def turned_round(screen: Screen) -> Result:
    """Check that the net of both ends takes the first Teddy for a person, the second for a toy, the forward one not."""
    if not screen.at_teddy:
        return missing("Each sentence needs the word *Teddy*.")
    first, second = screen.at_teddy[BOTH]
    said = f"The net of both directions: first a person with {first[PERSON]:.2f}, second a toy with {second[TOY]:.2f}"
    if min(first[PERSON], second[TOY]) <= SURE:
        return missing(f"{said}. Both have to be above {SURE:g}.")
    gap = float(np.abs(np.subtract(*screen.at_teddy[FORWARD])).max())
    if gap:
        return missing(f"{said}. But the sentences begin differently: let them be the same up to *Teddy*.")
    return done(f"{said}. The forward net's answers differ by exactly 0.")


def first_knows_last(screen: Screen) -> Result:
    """Check that the net is drawn whose first position has read the last word of a long sentence."""
    first = screen.sentences[0]
    if len(first) < LONG:
        return missing(f"The first sentence has {len(first)} words, and needs at least {LONG}.")
    if screen.whose != BOTH:
        return missing(
            f"In the {screen.whose} net, “{escaped(first[-1])}” moves the state at “{escaped(first[0])}” by exactly "
            f"{screen.first_of_last[FORWARD]:g}: it has not been read there."
        )
    return done(
        f"“{escaped(first[-1])}”, the last of {len(first)} words, moves the states at “{escaped(first[0])}” by "
        f"{screen.first_of_last[BOTH]:.2g} in the net of both directions, by exactly "
        f"{screen.first_of_last[FORWARD]:g} in the forward net."
    )


TASKS = (
    Task(
        "Change the second sentence so that the forward net, too, answers differently at *Teddy*. How sure is it?",
        {"first": "Teddy needs new stuffing.", "second": "Teddy needs new shoes."},
        told_apart_before,
    ),
    Task(
        "Write two sentences that are the same up to *Teddy*: in the first one it is a person, in the second one a "
        "toy, and the net that reads from both ends is sure of it.",
        {"first": "Teddy needs new stuffing.", "second": "Teddy needs new shoes."},
        turned_round,
    ),
    Task(
        f"Does the first position know the last word of a sentence of at least {LONG} words? Choose the net in which "
        "it does, and read off how much.",
        {"first": teddy.FIRST.default, "whose": FORWARD},
        first_knows_last,
    ),
)
