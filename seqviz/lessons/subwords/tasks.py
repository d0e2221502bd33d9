"""What to try with fastText, and by what it is seen that it was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nltk.metrics.distance import edit_distance

from seqviz.embeddings.fasttext import character_ngrams
from seqviz.embeddings.space import Neighbour
from seqviz.lessons.subwords import changes, fasttext
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.markdown import escaped
from seqviz.ui.state.page_state import usable
from seqviz.ui.vectors.source import bundled

MOST_SLIPS = 2  # letters to be changed in a word that still counts as misspelt
SWAP, DOUBLING = "swap", "doubling"


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        words: of the text.
        unseen: the word that gets a vector.
        nearest: to it, nearest first; empty where it is too short to have a part.
        meant: the word that is cut into n-grams.
        lengths: shortest and longest n-gram.
        understood: the word nearest to a misspelling that is understood.
        change: what is done to each word.
        found: change -> share of the changed words whose nearest word is their original.
    """

    words: Sequence[str]
    unseen: str
    nearest: Sequence[Neighbour]
    meant: str
    lengths: tuple[int, int]
    understood: Neighbour
    change: str
    found: Mapping[str, float]


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    unseen, change = usable(fasttext.UNSEEN).strip().lower(), usable(changes.CHANGE)
    seed, shortest = usable(changes.SEED), usable(fasttext.SHORTEST)
    return Screen(
        bundled("world_fasttext").vectors.words,
        unseen,
        fasttext.nearest_by_parts(unseen, 1) if unseen else (),
        usable(fasttext.WORD).strip().lower(),
        (shortest, max(shortest, usable(fasttext.LONGEST))),
        fasttext.nearest_by_parts(fasttext.UNSEEN.default, 1)[0],
        change,
        {one: float((changes.placed(one, seed)[1] == 0).mean()) for one in (SWAP, change)},
    )


def misunderstood(screen: Screen) -> Result:
    """Check that a misspelling of the word that is cut leads to another one; say which n-grams the two share."""
    meant, unseen = escaped(screen.meant), escaped(screen.unseen)
    if screen.meant not in screen.words:
        return missing(f"“{meant}” is no word of the small world: choose one under *A word*.")
    slips = edit_distance(screen.unseen, screen.meant, transpositions=True)
    if screen.unseen in screen.words or not 0 < slips <= MOST_SLIPS or not screen.nearest:
        return missing(
            f"“{unseen}” is no misspelling of *{meant}*: change a letter or two of it, into no other word."
        )
    nearest = screen.nearest[0]
    told = f"Nearest to “{unseen}” is *{nearest.word}* (cosine {nearest.cosine:.2f})"
    if nearest.word == screen.meant:
        return missing(f"{told}: understood. Try another slip.")
    theirs = character_ngrams(screen.unseen, *screen.lengths)
    left = [ngram for ngram in character_ngrams(screen.meant, *screen.lengths) if ngram in theirs]
    return done(f"{told}. N-grams left of *{meant}*: {escaped(', '.join(left)) or 'none'}.")


def doubled(screen: Screen) -> Result:
    """Check that a letter of every word is doubled; say how many are found again, beside a swap."""
    swapped = f"With two letters swapped, {screen.found[SWAP]:.0%} of the words have their original as the nearest one"
    if screen.change != DOUBLING:
        return missing(f"{swapped}. Now double a letter.")
    return done(f"{swapped}, with a letter doubled {screen.found[DOUBLING]:.0%}.")


def nonsense(screen: Screen) -> Result:
    """Check that the word is none and looks like none; say how near its nearest word is beside a misspelling's."""
    unseen = escaped(screen.unseen)
    parts = {screen.unseen[k : k + 3] for k in range(len(screen.unseen) - 2)}
    alike = next((word for word in screen.words if any(part in word for part in parts)), None)
    if alike or len(screen.unseen) < 4 or not screen.nearest:
        shares = f"shares three letters in a row with *{alike}*" if alike else "has fewer than four letters"
        return missing(f"“{unseen}” {shares}. Type letters at random.")
    nearest, understood = screen.nearest[0], screen.understood
    return done(
        f"“{unseen}” gets a vector, and nearest to it is *{nearest.word}* (cosine {nearest.cosine:.2f}); nearest to "
        f"*{fasttext.UNSEEN.default}* is *{understood.word}* ({understood.cosine:.2f})."
    )


TASKS = (
    Task(
        "fastText understands *queeen*. Find a misspelling of *queen* that it does not understand. Which n-grams are "
        "left of the word?",
        {"unseen": "queeen", "subword": "queen", "compared": "queeen", "shortest": 3, "longest": 6},
        misunderstood,
    ),
    Task(
        "Here two letters are swapped in every word. Double one instead: after which change are fewer originals found, "
        "and which n-grams does it break?",
        {"change": SWAP},
        doubled,
    ),
    Task(
        "A string of random letters gets a vector too. Which word is nearest to it, and how near is it beside the "
        "nearest word of a misspelling?",
        {"unseen": fasttext.UNSEEN.default},
        nonsense,
    ),
)
