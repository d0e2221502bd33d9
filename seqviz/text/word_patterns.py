"""Unicode's own tables as regular expressions: what is a mark, a number, a word."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable
from functools import cache

#: Joiners that hold a word together in Persian, Hindi and emoji: no letters, and not to be cut at.
JOINERS = "\u200c\u200d"

_APOSTROPHES = re.compile(r"(['\u2019]?)([^'\u2019]+)(.*)", re.DOTALL)


@cache
def one_of(category: str, more: str = "") -> str:
    """Return a pattern for one character of a Unicode category ("M" marks, "N" numbers) or of some more.

    The characters beyond the first 65 536 are asked for apart: one set of all would be searched in line.
    """
    near = _characters_of(category, range(0x10000))
    far = _characters_of(category, range(0x10000, sys.maxunicode + 1))
    return rf"(?:[{more}{near}]|(?=[\U00010000-\U0010ffff])[{far}])"


def may_hold_marks(text: str) -> bool:
    """Tell in no time whether a text may hold combining marks or joiners; signs beyond the first 65 536 count."""
    return not text.isascii() and _near_mark().search(text) is not None


@cache
def _near_mark() -> re.Pattern[str]:
    return re.compile(rf"[{JOINERS}{_characters_of('M', range(0x10000))}\U00010000-\U0010ffff]")


@cache
def _characters_of(category: str, codes: range) -> str:
    return "".join(chr(code) for code in codes if unicodedata.category(chr(code)).startswith(category))


def written_word(text: str) -> re.Pattern[str]:
    """Letters, digits and their marks, with apostrophes inside: "don't", "हिन्दी", "22"; or a clitic.

    Args:
        text: where it is looked for; marks are, which takes its time, only if the text may hold some.
    """
    return _word(one_of("M", rf"\w{JOINERS}") if may_hold_marks(text) else r"\w")


@cache
def _word(inside: str) -> re.Pattern[str]:
    return re.compile(rf"['\u2019]?[^\W_]{inside}*+(?:['\u2019][^\W_]{inside}*+)*+")


def keep_case(pattern: str, word: str) -> str:
    """Write a word in the case of another: "BE" after "AM", "Be" after "Am", "be" after "am"."""
    if len(pattern) > 1 and pattern.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word


def replace_words(text: str, replacement: Callable[[str], str]) -> str:
    """Replace every word of a text and leave what stands between the words as it is.

    What follows an apostrophe ("it's", "Ann's") is left, and so is "don't" and its like as a whole.
    """
    return written_word(text).sub(lambda match: _replaced(match.group(), replacement), text)


def _replaced(word: str, replacement: Callable[[str], str]) -> str:
    if "'" not in word and "\u2019" not in word:
        return keep_case(word, replacement(word.lower()))
    before, bare, after = _APOSTROPHES.fullmatch(word).groups()  # type: ignore[union-attr]
    if word.lower().endswith(("n't", "n\u2019t")):
        return word
    return before + keep_case(bare, replacement(bare.lower())) + after
