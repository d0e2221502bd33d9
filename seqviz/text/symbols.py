"""Special characters and digits out of a text: two steps, because they are two decisions."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from seqviz.text.word_patterns import JOINERS, one_of

Kept = Literal["every script", "[^a-zA-Z]", "[^a-zA-z]"]
#: What special characters are told by: Unicode, or a class that articles print. Z and a are not neighbours: the last
#: class, a slip of the pen, keeps the six signs between them.
KEPT: tuple[Kept, ...] = ("every script", "[^a-zA-Z]", "[^a-zA-z]")
BETWEEN_Z_AND_A = "".join(map(chr, range(ord("Z") + 1, ord("a"))))


def remove_special_characters(text: str, kept: Kept = "every script") -> str:
    """Remove everything but letters, their marks, numbers and white space.

    Letters and numbers are Unicode's, of every script. An apostrophe inside a word goes without a trace
    ("don't" becomes "dont"); any other symbol leaves a space where it parted two words.

    Args:
        text: any text.
        kept: "every script", as told above; or a character class, each of whose characters becomes a space.
    """
    if kept != "every script":
        return " ".join(re.sub(kept, " ", text).split())
    closed_up = re.sub(r"(?<=[^\W_])['\u2019](?=[^\W_])", "", text)
    return _symbols().sub(" ", closed_up).strip()


def remove_digits(text: str) -> str:
    """Remove numbers, those of other scripts and ½ or ² among them, and the space before a lone one."""
    return _digits().sub("", text).strip()


@cache
def _symbols() -> re.Pattern[str]:
    follows = one_of("M", JOINERS)  # belongs to the character before it: a letter's mark, an emoji's colour
    return re.compile(rf"(?<!\s)\s*+(?:(?:(?!{follows})[^\w\s]|_){follows}*+\s*+)++|(?<!\S){follows}++")


@cache
def _digits() -> re.Pattern[str]:
    number = f"{one_of('N')}++"
    return re.compile(rf"(?<!\s)(?:^|\s++){number}(?!\S)|{number}")
