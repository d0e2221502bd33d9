"""What is often said of cleaning a text, and what is so."""

from __future__ import annotations

from seqviz.lessons.cleaning import words
from seqviz.text.lemmas import Dictionary
from seqviz.text.symbols import remove_digits

LETTERS_CLASS = (
    "`[^a-zA-z]` removes everything but letters.",
    r"Between `Z` and `a` stand six more signs, and this class keeps them: ``[ \ ] ^ _ ` ``. The class meant "
    "is `[^a-zA-Z]`; and that one still cuts é, ß and every letter of other scripts out of their words. Try "
    "both above. Unless you do, the step keeps the letters of every script.",
)
CAPITALS_AND_STOP_WORDS = (
    "Stemming leaves capitals alone, and stop words carry no meaning.",
    "NLTK's Porter stemmer lower-cases unless told otherwise; here the word's case is put back. And many "
    "stop lists hold *not*: without it, “not good” is “good”.",
)


def misconceptions(dictionary: Dictionary) -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [LETTERS_CLASS, _digits_too(), CAPITALS_AND_STOP_WORDS, _root_of_a_word(dictionary)]


def _digits_too() -> tuple[str, str]:
    return (
        "Removing special characters removes digits too.",
        "That is a separate choice. With digits removed, “22” is gone from every later step, and of “8/10” in a "
        f"review “{remove_digits('8/10')}” is left.",
    )


def _root_of_a_word(dictionary: Dictionary) -> tuple[str, str]:
    return (
        "A stem is the root of a word, and a lemma is a better stem.",
        words.stem_and_lemma_in_words(dictionary),
    )
