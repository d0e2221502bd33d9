"""Stems: a word's ending cut off by rules, without a look at its meaning."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, Protocol

from seqviz.text.word_patterns import replace_words

Stemmer = Literal["porter", "snowball", "lancaster"]
STEMMERS: tuple[Stemmer, ...] = ("porter", "snowball", "lancaster")


def stem_words(text: str, stemmer: Stemmer = "porter") -> str:
    """Cut every word of a text down to its stem; the case and everything between the words stays.

    Args:
        text: any text.
        stemmer: the rules: Porter's of 1980 as NLTK extends them, Porter's later English ones
            ("Snowball"), or Paice's and Husk's of Lancaster, which cut the most.
    """
    return replace_words(text, lambda word: stem(word, stemmer))


@lru_cache(maxsize=200_000)
def stem(word: str, stemmer: Stemmer = "porter") -> str:
    """Return the stem of a lower-case word.

    Source: Porter 1980; Porter 2001 (snowballstem.org); Paice 1990; all three in NLTK, whose Porter departs
    from the published one in a few short words ("ties" gives "tie" there, "ti" in the paper).
    """
    return _rules(stemmer).stem(word)


class _Rules(Protocol):
    def stem(self, token: str) -> str: ...


@cache
def _rules(stemmer: Stemmer) -> _Rules:
    from nltk.stem import LancasterStemmer, PorterStemmer, SnowballStemmer

    if stemmer == "snowball":
        return SnowballStemmer("english")
    return PorterStemmer() if stemmer == "porter" else LancasterStemmer()
