"""What of a sentence the nets do not read."""

from __future__ import annotations

from collections.abc import Sequence

from seqviz.ui.markdown import escaped

MOST_UNKNOWN_SHOWN = 8


def limits_of_reading(texts: Sequence[Sequence[str]], unknown: Sequence[str], most: int) -> str:
    """Say what of some sentences the nets do not read, or "".

    Args:
        texts: the tokens of each sentence.
        unknown: those that the nets have never seen, each once.
        most: tokens of a sentence that are read.
    """
    said = []
    if unknown:
        shown = ", ".join(f"“{escaped(token)}”" for token in unknown[:MOST_UNKNOWN_SHOWN])
        more = f" and {left:,} more" if (left := len(unknown) - MOST_UNKNOWN_SHOWN) > 0 else ""
        said.append(f"The nets have never seen {shown}{more}: they read the one unknown word there.")
    if any(set(text) <= set(unknown) for text in texts):
        said.append("What they answer to a sentence without a word that they know says nothing about it.")
    if max(map(len, texts)) > most:
        said.append(f"Only the first {most} tokens of a sentence are read.")
    return " ".join(said)
