"""Contractions written out, with the ones that have two readings named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from seqviz.text.letters import keep_case

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
_PARTICIPLE = (
    r"(?=\s+(?:\w+ly\s+|never\s+|always\s+|just\s+|not\s+)?"
    r"(?:been|had|got|gone|done|seen|made|taken|become|\w{2,}ed)\b)"
)
_CONTRACTION = re.compile(
    r"(?P<irregular>\b(?:won't|shan't|can't|ain't|let's|y'all|ma'am)|(?<!\w)'(?:tis|twas))\b"
    r"|(?<![^\W\d_])(?P<stem>[^\W\d_]+?)(?P<ending>n't|'(?:m|re|ve|ll|s|d))\b",
    re.IGNORECASE,
)
_HAS = re.compile(_PARTICIPLE, re.IGNORECASE)
_HAD = re.compile(r"(?=\s+better\b)|(?=\s+(?:been|gone|done|seen|taken|become)\b)", re.IGNORECASE)


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
    if ending == "'d":
        return "had" if _HAD.match(match.string, match.end()) else "would"
    if match["stem"].lower() not in _CARRIES_IS.split():
        return None
    return "has" if _HAS.match(match.string, match.end()) else "is"


def _reading(match: re.Match[str]) -> Reading | None:
    found, chosen = match.group(), _expansion(match)
    ending = (match["ending"] or "").lower()
    if found.lower() == "ain't":
        return Reading(found, chosen, ("am not", "are not", "has not", "have not"))
    if ending == "'d":
        others = {"would": ("had", "did"), "had": ("would", "did")}
        return Reading(found, chosen, others[chosen.split()[-1].lower()])
    if ending == "'s":
        others = {"is": ("has", "possessive"), "has": ("is", "possessive")}
        return Reading(found, chosen, others.get(chosen.split()[-1].lower(), ("is", "has")))
    return None
