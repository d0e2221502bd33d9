"""What is often said of fastText, and what is so."""

from __future__ import annotations

from seqviz.lessons.subwords import fasttext

WORD_AND_NGRAM = (
    "The word *her* and the n-gram *her* inside *where* are one and the same.",
    "The word is `<her>`, with its marks, and has a row of its own. The trigram *her* is another "
    "row, which both words use.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [_misspelt_words(), WORD_AND_NGRAM]


def _misspelt_words() -> tuple[str, str]:
    return (
        "fastText understands misspelt words.",
        "It puts together what the remaining n-grams have in common with known words. "
        f"{fasttext.recovered_in_words()}. A string of random letters gets a vector too.",
    )
