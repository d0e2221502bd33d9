"""What is often said of bidirectional and of stacked nets, and what is so."""

from __future__ import annotations

from seqviz.lessons.directions import both_ways
from seqviz.lessons.directions.brackets import depth_when_bundled

NEXT_WORD = (
    "A bidirectional net predicts the next word better.",
    "As it stands it cannot be used for that: reading from the end, it has already read the word it is to "
    "name. Filling in is the fair task, with the word itself hidden from both sides.",
)
LSTM_IS_BIDIRECTIONAL = (
    "An LSTM is bidirectional.",
    "Not by itself. A second set of units reads from the end, and the two states are joined.",
)
SIZE_AS_LAYERS = (
    "“LSTM(64)” has 64 layers.",
    "64 is the size of the state. A stack has layers: the second reads the first one's states.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [
        NEXT_WORD,
        LSTM_IS_BIDIRECTIONAL,
        ("A Bi-LSTM is two LSTMs stacked on top of each other.", both_ways.not_a_stack()),
        ("A Bi-LSTM learns faster and fuller.", both_ways.sooner_or_not()),
        SIZE_AS_LAYERS,
        _deeper_is_better(),
    ]


def _deeper_is_better() -> tuple[str, str]:
    return (
        "Deeper is better.",
        "It depends on the task; a second layer also has more numbers to learn. The nets that come with "
        f"the app are one example. {depth_when_bundled()}",
    )
