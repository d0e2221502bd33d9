"""What is often said of nets that read in order, and what is so."""

from __future__ import annotations

from seqviz.lessons.why_sequence.pairs_right import right_on_pairs

REMEMBERS_ALL = (
    "A recurrent net remembers every word it has read.",
    "It carries a state of fixed size, written over at every word. What it still knows of the first one must "
    "be measured: see *Gradients through time*.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [REMEMBERS_ALL, ("A net that sees the order of words uses it.", _uses_it())]


def _uses_it() -> str:
    right, asked = right_on_pairs("recurrent")
    blind, _ = right_on_pairs("feed-forward")
    return (
        f"It can, if the reviews teach it to. Of the {asked} sentences of our pairs the recurrent net that comes with "
        f"the app gets {right} right, the feed-forward one {blind}: two of the same words get the same answer there, "
        "so one of each pair must be wrong."
    )
