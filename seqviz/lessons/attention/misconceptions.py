"""What is often said of attention, and what is so."""

from __future__ import annotations

from seqviz.lessons.attention.forcing import looking_elsewhere

LONG_SENTENCES = (
    "Without attention long sentences are impossible.",
    "They are hard: the grid shows by how much, for its few sizes and epochs. Larger nets, more data and "
    "reading the source backwards moved the limit (Sutskever et al. 2014).",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [_explanation(), LONG_SENTENCES]


def _explanation() -> tuple[str, str]:
    return (
        "Attention shows why the net answered as it did.",
        "It shows where one layer looked, and the states that it looks at have read all of the sentence up to "
        f"there. What the look is worth shows only when it is forced elsewhere. {looking_elsewhere()}",
    )
