"""What to try with bags of words, and by what it is seen that it was done."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seqviz.corpora.records import Corpus
from seqviz.lessons.bags.growth import SEED, TYPOS, different_words
from seqviz.lessons.bags.readers import probabilities
from seqviz.lessons.bags.sentences import ONE, OTHER, PAIRS, cosine_of_bags
from seqviz.lessons.bags.shuffles import REVIEW, SHUFFLE
from seqviz.text.augmentation import shuffle_words
from seqviz.text.counts import terms_of
from seqviz.text.tokens import words
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.state.page_state import usable

MANY = 20  # words misspelt, of a hundred


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        one: the first of two texts.
        other: the second one.
        said: what each of `READERS` says of the two, (num_readers, 2): probability of positive.
        shuffled: what each says of the review and of its shuffle, (num_readers, 2).
        typos: words misspelt, of a hundred.
        num_words: the corpus's different words as written and with the misspellings; None without a corpus.
    """

    one: str
    other: str
    said: np.ndarray
    shuffled: np.ndarray
    typos: int
    num_words: tuple[int, int] | None


def on_screen(corpus: Corpus | None) -> Screen:
    """Return what is on the screen at the moment."""
    one, other, typos = usable(ONE), usable(OTHER), usable(TYPOS)
    review = words(usable(REVIEW))
    shuffle = shuffle_words(review, np.random.default_rng(usable(SHUFFLE)))
    said = probabilities([one, other, " ".join(review), " ".join(shuffle)])
    num_words = different_words(corpus, typos, usable(SEED)) if corpus else None
    return Screen(one, other, said[:, :2], said[:, 2:], typos, num_words)


def order_decides(screen: Screen) -> Result:
    """Check that two texts of the same words get one answer of the bag, and praise and blame of the net."""
    first, second = terms_of(screen.one), terms_of(screen.other)
    if first == second or sorted(first) != sorted(second):
        cosine = cosine_of_bags(screen.one, screen.other, "counts", 1)
        return missing(
            f"Not yet the same words in another order: the cosine of their counts is {cosine:.2f}."
        )
    told = (
        f"The bag of words says {screen.said[0, 0]:.2f} and {screen.said[0, 1]:.2f}, the net "
        f"{screen.said[2, 0]:.2f} and {screen.said[2, 1]:.2f}"
    )
    if not _turned(screen.said[2]):
        return missing(f"The same words. {told}: no other verdict. Try another pair.")
    return done(f"The same words, so the bag cannot tell them apart. {told}.")


def _turned(said: np.ndarray) -> bool:
    """Tell whether two probabilities stand for different verdicts."""
    return bool((said[0] >= 0.5) != (said[1] >= 0.5))


def bike_alone_is_shared(screen: Screen) -> Result:
    """Check that *old* and *used* stand before words that both texts share; say what the counts find alike."""
    first, second = set(terms_of(screen.one)), set(terms_of(screen.other))
    if "old" not in first - second or "used" not in second - first:
        return missing("Write *old* into the first text and *used* into the second.")
    alone = f"*old* and *used* have the cosine {cosine_of_bags('old', 'used', 'counts', 1):.2f}"
    cosine = cosine_of_bags(screen.one, screen.other, "counts", 1)
    if cosine == 0:
        return missing(f"{alone}, and so have your texts. Put the same word after both.")
    return done(
        f"{alone}, your texts {cosine:.2f}: all of it comes from {_listed(first & second)}, which both hold."
    )


def _listed(shared: set[str]) -> str:
    return ", ".join(f"*{word}*" for word in sorted(shared))


def net_changes_its_mind(screen: Screen) -> Result:
    """Check that the net gives a shuffle another verdict than the review."""
    bag, _, net = screen.shuffled
    told = (
        f"From the review to this shuffle the net goes from {net[0]:.2f} to {net[1]:.2f}, the bag of words from "
        f"{bag[0]:.2f} to {bag[1]:.2f}"
    )
    return done(f"{told}.") if _turned(net) else missing(f"{told}: the same verdict. Shuffle again.")


def columns_grow(screen: Screen) -> Result:
    """Check that many words are misspelt, and say how many times as many columns that makes."""
    if screen.num_words is None:
        return missing("There is no corpus to misspell: choose one.")
    written, misspelt = screen.num_words
    told = f"With {screen.typos} of 100 words misspelt {written:,} columns become {misspelt:,}"
    if screen.typos < MANY:
        return missing(f"{told}. Misspell {MANY} of 100.")
    return done(f"{told}: {misspelt / written:.1f} times as many.")


TASKS = (
    Task(
        "Exchange words or their order until the bag of words says the same of both texts, and the net praise of one "
        "and blame of the other.",
        {"one": PAIRS["A synonym"][0], "other": PAIRS["A synonym"][1]},
        order_decides,
    ),
    Task(
        "*Old* and *used*, two words of nearly one meaning: what is their cosine, alone, and before *bike*?",
        {"one": "old", "other": "used"},
        bike_alone_is_shared,
    ),
    Task(
        "Shuffle the review until the net changes its mind. How far does the bag of words move?",
        {"review": REVIEW.default, "shuffle": 1},
        net_changes_its_mind,
    ),
    Task(
        f"Misspell a fifth of all words instead of {TYPOS.default} in a hundred. How many times as many columns does "
        "the matrix get?",
        {"typos": TYPOS.default},
        columns_grow,
    ),
)
