"""What is often said of nets that read from both ends where a word is missing, and what is so."""

from __future__ import annotations

from seqviz.lessons.filling_gap.sooner import sooner_or_not

NEXT_WORD = (
    "A bidirectional net predicts the next word better.",
    "As it stands it cannot be used for that: reading from the end, it has already read the word it is to "
    "name. Filling in is the fair task, with the word itself hidden from both sides.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [NEXT_WORD, ("A Bi-LSTM learns faster and fuller.", sooner_or_not())]
