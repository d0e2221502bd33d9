"""What is often said of the space of word vectors, and what is so."""

from __future__ import annotations

from seqviz.lessons.space.reveal import opposites_in_words
from seqviz.ui.vectors.source import Learned

KING_MINUS_MAN = (
    "*king − man + woman* equals *queen*.",
    "It ends at a point where there is no word. The answer is the word nearest to it *among those "
    "not asked*: in vectors from large corpora the nearest of all is usually *king* again. Both "
    "answers stand above, for every analogy you ask.",
)
FAR_GROUPS = (
    "Groups that lie far apart on a t-SNE map are far apart in the space.",
    "t-SNE keeps neighbours; distances between groups, and the groups' sizes, say little.",
)
MEANING = (
    "A word's vector stands for its meaning.",
    "It stands for its *spelling*. All meanings of *apple* share one row, weighted by how often the text used each; "
    "*One vector per spelling* above shows whose company it keeps. Nets that read the sentence first give every "
    "occurrence a vector of its own.",
)


def misconceptions(learned: Learned) -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [KING_MINUS_MAN, FAR_GROUPS, MEANING, _opposites(learned)]


def _opposites(learned: Learned) -> tuple[str, str]:
    return (
        "Words with opposite meaning point in opposite directions.",
        "They stand among the same neighbours (*warm*, *cold*), so their vectors are usually near "
        f"each other{opposites_in_words(learned)}.",
    )
