"""Text cut into tokens: words, characters, sentences."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from seqviz.text.word_patterns import one_of

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

MARKS = ".,!?;:"  # the punctuation that is kept, each mark a token
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ABBREVIATIONS = "dr mr mrs ms prof st vs etc e.g i.e a.m p.m jr sr no fig"


def words(text: str) -> list[str]:
    """Cut a text into lower-case words and punctuation marks.

    A contraction comes apart so that negation is a token of its own: "don't" gives "do", "n't"; "it's"
    gives "it", "'s"; "cannot" gives "can", "not". The marks . , ! ? ; : stay, as tokens; every other
    symbol is dropped, and so are HTML line breaks.

    Returns:
        The tokens in text order; empty if the text holds none.

    Source: the clitics are the Penn Treebank's; the rest is ours, chosen for reviews.
    """
    return words_as_written(text.lower())


def words_as_written(text: str) -> list[str]:
    """Cut a text into words and punctuation marks as `words` does, each in the case it came in."""
    if "<" in text:
        text = _BREAK.sub(" ", text)
    if "\u2019" in text:
        text = text.replace("\u2019", "'")
    apart = text.replace("n't", " n't").replace("N'T", " N'T").replace("cannot", "can not")
    pattern = _word_pattern() if apart.isascii() else _word_pattern(one_of("M"))
    return pattern.findall(apart)


def characters(text: str) -> list[str]:
    """Cut a text into its characters (Unicode code points), spaces among them."""
    return list(text)


def visible_characters(text: str) -> list[str]:
    """Cut a text into its characters, white space left out."""
    return [character for character in text if not character.isspace()]


def sentences(text: str) -> list[str]:
    """Cut a text into sentences with Punkt, which is told a few English abbreviations and no more.

    Source: Kiss and Strunk 2006, in NLTK; no trained model is needed, so none is downloaded.
    """
    return _sentence_tokenizer().tokenize(text)


def dropped_signs(text: str) -> list[str]:
    """Return the different signs of a text that are in none of its words and marks, as they first come.

    HTML line breaks, which are read as white space, are not among them.
    """
    written = _BREAK.sub(" ", text).replace("\u2019", "'")
    kept = set("".join(words_as_written(text)))
    return distinct([sign for sign in written if not sign.isspace() and sign not in kept])


def distinct(tokens: list[str]) -> list[str]:
    """Return each different token once, in order of first appearance."""
    return list(dict.fromkeys(tokens))


@cache
def _word_pattern(marks: str = "") -> re.Pattern[str]:
    """Letters and digits (and combining marks) with an optional 't; or one mark; or a clitic."""
    tail = rf"(?:{marks}+[^\W_]*)*" if marks else ""
    return re.compile(rf"[^\W_]+{tail}(?:'t\b)?|[{MARKS}]|'(?:s|m|re|ve|ll|d)\b", re.IGNORECASE)


@cache
def _sentence_tokenizer() -> PunktSentenceTokenizer:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(_ABBREVIATIONS.split())
    return PunktSentenceTokenizer(parameters)
