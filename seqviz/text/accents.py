"""Accents off Latin letters, and off no others."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from seqviz.text.word_patterns import one_of

_PLANE = range(0xC0, 0x10000)
#: What looks like an accented letter and is none, and what becomes of it: it stays.
FATES: dict[str, str] = {
    "ß": "a letter of its own. German writes ss for it where it must, but then Maße (measures) reads Masse (mass).",
    "ø": "a letter of its own in Danish and Norwegian; the stroke is no accent to Unicode, so nothing comes apart.",
    "ł": "a letter of its own in Polish, with a stroke like ø.",
    "æ": "a letter of its own; no accent is in it.",
    "½": "a number, not a letter. It stays here, and the digits step removes it.",
    "ﬁ": "one sign for the two letters f and i, set by typographers. It is no accent either; only a "
    "*compatibility* decomposition (NFKD) would open it, and that would also turn ½ into 1⁄2.",
    "が": "not a Latin letter: its two dots make another sound of か, so they stay.",
    "й": "not a Latin letter: with its breve it is another letter than и, so it stays.",
    "한": "not a Latin letter: a syllable that decomposition would take apart into three.",
}


def fold_accents(text: str) -> str:
    """Take the accents off Latin letters: "Sómě těxt" becomes "Some text".

    Each Latin letter is decomposed (Unicode's canonical decomposition), its marks are dropped, and what is
    left is composed again (NFC). Letters of other scripts keep their marks, for there a mark makes another
    letter. Latin letters that do not decompose (ß, ø, ł, æ, ﬁ) stay: see `FATES`.
    """
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFC", text).translate(_plain_letters())
    return unicodedata.normalize("NFC", _marked_letter().sub(r"\1", plain))


@cache
def _plain_letters() -> dict[int, str]:
    """Every Latin letter that decomposes -> its base letter."""
    plain = {}
    for code in _PLANE:
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code) and unicodedata.name(chr(code), "").startswith("LATIN "):
            plain[code] = base
    return plain


@cache
def _marked_letter() -> re.Pattern[str]:
    latin = "".join(chr(code) for code in _PLANE if unicodedata.name(chr(code), "").startswith("LATIN "))
    return re.compile(rf"([A-Za-z{latin}]){one_of('Mn')}+")
