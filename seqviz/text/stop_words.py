"""Stop words: which words a text can do without, and which it cannot."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache
from pathlib import Path

from seqviz.text.stems import STEMMERS, stem
from seqviz.text.word_patterns import written_word

_LISTS = Path(__file__).resolve().parents[2] / "assets" / "text"


@cache
def stop_words() -> frozenset[str]:
    """The app's list of English function words, without the negations. Source: assets/text/README.md."""
    return _read("stop_words.txt")


@cache
def negations() -> frozenset[str]:
    """Words that turn a statement round: "not", "never", "don't" and the like."""
    return _read("negations.txt")


def negations_in(text: str) -> list[str]:
    """Return the negations of a text, lower-case, in text order, repetitions and all.

    Their stems count too: "noth" still says what "nothing" said.
    """
    return [word for word in map(_negation, written_word(text).findall(text)) if word]


@lru_cache(1 << 16)
def _negation(written: str) -> str:
    """Return a word in lower case if it is a negation, else ""."""
    word = written.lower().replace("\u2019", "'")
    return word if word in _negations_and_stems() or word.endswith("n't") else ""


@cache
def _negations_and_stems() -> frozenset[str]:
    return negations() | {
        stem(word, stemmer) for word in negations() for stemmer in STEMMERS if "'" not in word
    }


@cache
def stop_word_stems() -> dict[str, str]:
    """Stem -> the stop word that it is left of, where the stem itself is on the list no more: "thi" of "this"."""
    whole = [word for word in sorted(stop_words()) if "'" not in word]
    stems = {stem(word, stemmer): word for word in whole for stemmer in STEMMERS}
    return {cut: word for cut, word in stems.items() if cut not in stop_words()}


def remove_stop_words(text: str, dropped: Collection[str]) -> str:
    """Remove words from a text, each with the white space before it.

    Args:
        text: any text.
        dropped: lower-case words to remove, in whatever case they stand in the text.
    """

    def kept(match: re.Match[str]) -> str:
        return "" if match["word"].lower().replace("\u2019", "'") in dropped else match.group()

    return _spaced(written_word(text).pattern).sub(kept, text).strip()


@cache
def _spaced(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\s)\s*+(?P<word>{word})")


def _read(name: str) -> frozenset[str]:
    lines = (_LISTS / name).read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
