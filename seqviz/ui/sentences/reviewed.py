"""The review that is on the screen, and the net that reads it, for the checks of a lesson's tasks."""

from __future__ import annotations

from dataclasses import dataclass

from seqviz.experiments.sentiment.trained import EncodedText, SentimentReader
from seqviz.ui.state.session import remember


@dataclass
class _Shown:
    """The net that reads, and what it has read last; None where it had nothing to read."""

    read: tuple[SentimentReader, EncodedText] | None = None


def note_review(read: tuple[SentimentReader, EncodedText] | None) -> None:
    """Remember what has just been read."""
    remember(_Shown).read = read


def review_on_screen() -> tuple[SentimentReader, EncodedText] | None:
    """Return the net that reads the review and what it reads; None where there is nothing to read."""
    return remember(_Shown).read
