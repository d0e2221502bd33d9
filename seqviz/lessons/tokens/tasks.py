"""What to try with tokens and vocabularies, and by what it is seen that it was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seqviz.corpora.records import Corpus
from seqviz.lessons.tokens.pictures import held_out_tokens, texts_of
from seqviz.lessons.tokens.text import BATCH, LENGTH, TYPED, Cut
from seqviz.text.measures import Frequencies, unknown_share
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.markdown import escaped
from seqviz.ui.state.page_state import usable

MOST_UNKNOWN = 0.05
STEP = 10  # tokens to which the vocabulary's size is asked for


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        text: the text that is cut.
        cut: how texts are cut.
        size: tokens that get an id.
        known: the corpus's tokens; None without a corpus.
        held_out: the tokens of texts kept apart.
        batch: the tokens of each text of the batch.
        length: of every text of the batch, once it is cut or padded.
    """

    text: str
    cut: Cut
    size: int
    known: Frequencies | None
    held_out: Sequence[str]
    batch: Sequence[Sequence[str]]
    length: int


def on_screen(text: str, cut: Cut, size: int, corpus: Corpus | None, known: Frequencies | None) -> Screen:
    """Return what is on the screen at the moment."""
    held_out = held_out_tokens(corpus, cut) if corpus else []
    return Screen(text, cut, size, known, held_out, texts_of(usable(BATCH), cut), usable(LENGTH))


def two_become_one(screen: Screen) -> Result:
    """Check that the text is lower-cased, and that this makes one token of some that differed."""
    before = list(dict.fromkeys(Cut(screen.cut.kind, False).tokens(screen.text)))
    after = set(Cut(screen.cut.kind, True).tokens(screen.text))
    if not screen.cut.lower:
        return missing(
            f"Of {len(screen.cut.tokens(screen.text))} tokens {len(before)} are different: lower-case them."
        )
    met = [token for token in before if [one.lower() for one in before].count(token.lower()) > 1]
    if not met:
        return missing("In this text no two tokens differ in their capitals alone: take *The cat*.")
    return done(
        f"{len(before)} different tokens become {len(after)}: written differently, and one now, are "
        f"{escaped(', '.join(met))}."
    )


def vocabulary_chosen(screen: Screen) -> Result:
    """Check that the vocabulary is the smallest, to the nearest ten, that knows most of what was kept apart."""
    if screen.known is None or not screen.held_out:
        return missing("There is no corpus to make a vocabulary of: choose one above.")
    if screen.cut.kind != "words":
        return missing("Cut into words.")
    smaller = max(screen.size - STEP, 1)
    share, before = unknown_share(screen.known, screen.held_out, np.array([screen.size, smaller])).tolist()
    there = f"With {screen.size:,} tokens {share:.2%} of those kept apart are unknown"
    if share > MOST_UNKNOWN:
        return missing(f"{there}: too many.")
    if before <= MOST_UNKNOWN:
        return missing(f"{there}, and with {smaller:,} it would be {before:.2%}: a smaller one will do.")
    return done(
        f"{there}, with {smaller:,} {before:.2%}. It leaves {max(len(screen.known.tokens) - screen.size, 0):,} of the "
        f"corpus's {len(screen.known.tokens):,} different tokens without an id."
    )


def nothing_cut_off(screen: Screen) -> Result:
    """Check that the batch is cut into characters and no longer than its longest text."""
    lengths = [len(tokens) for tokens in screen.batch]
    if screen.cut.kind != "characters" or not any(lengths):
        return missing("Cut into characters, and have a text in the batch.")
    total, lost = sum(lengths), sum(max(0, length - screen.length) for length in lengths)
    if lost:
        return missing(f"At length {screen.length}, {lost} of the batch's {total} characters are cut off.")
    if screen.length > max(lengths):
        return missing(f"At length {screen.length} nothing is cut off, but every text is padded: shorten it.")
    places = len(lengths) * screen.length
    return done(
        f"At length {screen.length} all {total} characters stay; {places - total} of the net's {places} places "
        f"({1 - total / places:.0%}) are padding."
    )


TASKS = (
    Task(
        "How many of the first text's tokens are different? Lower-case them, and see which two become one.",
        {"source": "typed", "text": TYPED.default, "tokens": "words", "lower": False},
        two_become_one,
    ),
    Task(
        "Choose the vocabulary: the smallest, to the nearest ten, that leaves at most "
        f"{MOST_UNKNOWN:.0%} of the tokens kept apart unknown.",
        {"vocabulary": 300, "tokens": "words", "lower": True},
        vocabulary_chosen,
    ),
    Task(
        "In characters almost nothing is unknown, but texts are long. Find the shortest length at which no text of "
        "the batch is cut off. How much of the batch is padding then?",
        {"tokens": "characters", "batch": BATCH.default, "keep": "last", "length": 20, "lower": False},
        nothing_cut_off,
    ),
)
