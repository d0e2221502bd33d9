"""Contractions written out, with the ones that have two readings named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from seqviz.text.word_patterns import keep_case

_IRREGULAR = {
    "won't": "will not",
    "shan't": "shall not",
    "can't": "cannot",
    "ain't": "is not",
    "let's": "let us",
    "y'all": "you all",
    "ma'am": "madam",
    "'tis": "it is",
    "'twas": "it was",
}
_ENDINGS = {"n't": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will"}
_CARRIES_IS = (
    "he she it that this there here who what where when why how everybody everyone everything nobody "
    "nothing somebody someone something one name"
)
_ASKS_FOR_DID = "how where when why"
_BETWEEN = r"(?:\w+ly|never|always|just|already|also|ever|not|all|both)\s+"
#: They speak for "has" after any 's; every other participle in -ed speaks for "is", as in "it's called", "he's tired".
_HAS_BEFORE = "been got had become happened worked lived learned tried come"
#: They speak for "has" after a person only: "she's made it", but "it's made of wood".
_HAS_BETWEEN_DOER_AND = "done gone seen made taken given written lost won played started moved"
_NO_DOERS = "it that this there here what where when why how everything nothing something"
#: Irregular participles, without those that look like the verb after "would", as "come" and "put" do.
_PARTICIPLES = (
    "been gone done seen taken known given written shown forgotten gotten chosen broken eaten drawn "
    "heard made thought lost spent had won got paid brought felt found told caught bought met kept said"
)
_BASES_IN_ED = "need feed heed speed bleed breed seed weed succeed proceed exceed embed shed wed"
_CONTRACTION = re.compile(
    r"(?P<irregular>\b(?:won't|shan't|can't|ain't|let's|y'all|ma'am)|(?<!\w)'(?:tis|twas))\b"
    r"|(?<![^\W\d_])(?P<stem>[^\W\d_]+?)(?P<ending>n't|'(?:m|re|ve|ll|s|d))\b",
    re.IGNORECASE,
)


def _followed_by(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?=\s+(?:{_BETWEEN})*(?:{words})\b)", re.IGNORECASE)


_HAS = _followed_by("|".join(_HAS_BEFORE.split()))
_HAS_IF_DOER = _followed_by("|".join(_HAS_BETWEEN_DOER_AND.split()))
_HAD = _followed_by(
    rf"better|{'|'.join(_PARTICIPLES.split())}|(?!(?:{'|'.join(_BASES_IN_ED.split())})\b)\w{{2,}}ed"
)


@dataclass(frozen=True)
class Reading:
    """A contraction that could be written out in more than one way.

    Attributes:
        found: as it stands in the text.
        chosen: how it was written out.
        others: what it might have meant instead.
    """

    found: str
    chosen: str
    others: tuple[str, ...]


def expand_contractions(text: str) -> str:
    """Write contractions out: "I don't" becomes "I do not".

    The case is kept as far as it can be, curly apostrophes count, and a possessive ("Ann's hat") stays.
    Where there are two readings, the one that the next word speaks for is taken: see `ambiguities`.
    """
    once = _CONTRACTION.sub(_expansion, _straight(text))
    return _CONTRACTION.sub(_expansion, once)  # "they'd've" holds two


def ambiguities(text: str) -> tuple[Reading, ...]:
    """Return the contractions of a text that have more than one reading, in text order."""
    matches = _CONTRACTION.finditer(_straight(text))
    return tuple(reading for match in matches if (reading := _reading(match)) is not None)


def _straight(text: str) -> str:
    """Make apostrophes straight where they stand between letters or before `tis`."""
    return re.sub(r"(?<=\w)\u2019(?=\w)|\u2019(?=(?i:tis|twas)\b)", "'", text)


def _expansion(match: re.Match[str]) -> str:
    found = match.group()
    if match["irregular"]:
        return keep_case(found.lstrip("'"), _IRREGULAR[found.lower()])
    ending = match["ending"].lower()
    word = _ENDINGS.get(ending) or _word_for(ending, match)
    if word is None:
        return found
    loud = len(found) > 2 and match["stem"].isupper() and match["ending"].isupper()
    return f"{match['stem']} {word.upper() if loud else word}"


def _word_for(ending: str, match: re.Match[str]) -> str | None:
    """Choose the reading of 's (None for a possessive) and of 'd by the words around it."""
    stem, text, end = match["stem"].lower(), match.string, match.end()
    if ending == "'d":
        if stem in _ASKS_FOR_DID.split():
            return "did"
        return "had" if _HAD.match(text, end) else "would"
    if stem not in _CARRIES_IS.split():
        return None
    has = _HAS.match(text, end) or (stem not in _NO_DOERS.split() and _HAS_IF_DOER.match(text, end))
    return "has" if has else "is"


def _reading(match: re.Match[str]) -> Reading | None:
    found, chosen = match.group(), _expansion(match)
    ending = (match["ending"] or "").lower()
    if found.lower() == "ain't":
        return Reading(found, chosen, ("am not", "are not", "has not", "have not"))
    if ending == "'d":
        others = tuple(word for word in ("had", "would", "did") if word != chosen.split()[-1].lower())
        return Reading(found, chosen, others)
    if ending == "'s":
        readings = {"is": ("has", "possessive"), "has": ("is", "possessive")}
        return Reading(found, chosen, readings.get(chosen.split()[-1].lower(), ("is", "has")))
    return None
