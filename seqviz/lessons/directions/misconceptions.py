"""What is often said of bidirectional nets, and what is so."""

from __future__ import annotations

from seqviz.lessons.directions import both_ways

LSTM_IS_BIDIRECTIONAL = (
    "An LSTM is bidirectional.",
    "Not by itself. A second set of units reads from the end, and the two states are joined.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [
        LSTM_IS_BIDIRECTIONAL,
        ("A Bi-LSTM is two LSTMs stacked on top of each other.", both_ways.not_a_stack()),
    ]
