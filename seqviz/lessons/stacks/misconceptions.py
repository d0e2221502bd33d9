"""What is often said of stacked nets, and what is so."""

from __future__ import annotations

from seqviz.lessons.stacks.brackets import depth_when_bundled

SIZE_AS_LAYERS = (
    "“LSTM(64)” has 64 layers.",
    "64 is the size of the state. A stack has layers: the second reads the first one's states.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [SIZE_AS_LAYERS, _deeper_is_better()]


def _deeper_is_better() -> tuple[str, str]:
    return (
        "Deeper is better.",
        "It depends on the task; a second layer also has more numbers to learn. The nets that come with "
        f"the app are one example. {depth_when_bundled()}",
    )
