"""What has just been written, and which of its symbols is chosen, for the checks of the lesson's tasks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seqviz.experiments.language_model.trained import LanguageReader
from seqviz.ui.state.session import remember


@dataclass(frozen=True)
class Written:
    """A text as it stands on the page.

    Attributes:
        net_id: of the net that writes, or in whose text the n-grams are counted.
        model: that net.
        writer: who writes: "net" or "n-grams".
        temperature: of the drawing.
        prompt: what was typed to begin with.
        before: the pieces that were given.
        new: the pieces that were written.
        place: which of the new ones is chosen, from 0.
    """

    net_id: str
    model: LanguageReader
    writer: str
    temperature: float
    prompt: str
    before: tuple[str, ...]
    new: tuple[str, ...]
    place: int


@dataclass
class _Shown:
    """What has been written last; None where nothing could be."""

    written: Written | None = None


def note_written(written: Written | None) -> None:
    """Remember what has just been written."""
    remember(_Shown).written = written


def written_on_screen() -> Written | None:
    """Return what is on the screen at the moment; None where nothing could be written."""
    return remember(_Shown).written


@dataclass(frozen=True)
class Repetition:
    """A stretch that is written again and again up to the end.

    Attributes:
        start: its first symbol, from 0.
        period: how many symbols it has.
    """

    start: int
    period: int


FEWEST_ROUNDS = 3


def repetition(symbols: tuple[str, ...]) -> Repetition | None:
    """Return the stretch that a text ends by repeating, at least FEWEST_ROUNDS times; None where there is none.

    Of several, the one that begins first, and of those the shortest.
    """
    found: list[tuple[int, int]] = []
    coded = np.unique(np.array(symbols, dtype=object), return_inverse=True)[1]
    for period in range(1, len(symbols) // FEWEST_ROUNDS + 1):
        differs = np.flatnonzero(coded[:-period] != coded[period:])
        start = int(differs[-1]) + 1 if len(differs) else 0
        if len(symbols) - start >= FEWEST_ROUNDS * period:
            found.append((start, period))
    return Repetition(*min(found)) if found else None
