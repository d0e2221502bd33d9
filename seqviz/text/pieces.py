"""A text cut into the pieces that a language model predicts, so that joining them gives the text back."""

from __future__ import annotations

import math
import re
from typing import Literal

Unit = Literal["characters", "words"]

#: A word with the blank before it; a line break; a single mark with the blank before it; any other blank.
_WORD = re.compile(r" ?[^\W_]+(?:['’-][^\W_]+)*|\n| ?[^\s]|\s")


def pieces(text: str, unit: Unit) -> list[str]:
    """Cut a text into characters, or into words that keep the blank in front of them.

    Returns:
        The pieces in text order; `"".join(pieces(text, unit)) == text` always holds.
    """
    return list(text) if unit == "characters" else _WORD.findall(text)


def bits_per_character(nats: float, num_characters: int) -> float:
    """Turn the nats that a model needs for a whole text into bits for each of its characters.

    This is the fair scale between models of different pieces: the text is the same, however it is cut.

    Raises:
        ValueError: if the text has no characters.
    """
    if num_characters < 1:
        raise ValueError(f"bits per character need at least 1 character, not {num_characters}")
    return nats / num_characters / math.log(2)
