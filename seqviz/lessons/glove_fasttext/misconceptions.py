"""What is often said of GloVe and fastText, and what is so."""

from __future__ import annotations

from seqviz.lessons.glove_fasttext import fasttext as fasttext_parts
from seqviz.lessons.glove_fasttext import glove as glove_parts

WORD_AND_NGRAM = (
    "The word *her* and the n-gram *her* inside *where* are one and the same.",
    "The word is `<her>`, with its marks, and has a row of its own. The trigram *her* is another "
    "row, which both words use.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [_factorises(), _misspelt_words(), WORD_AND_NGRAM]


def _factorises() -> tuple[str, str]:
    return (
        "GloVe factorises the co-occurrence matrix.",
        "It fits the *logarithms* of its entries above 0, each with a weight, plus two biases. Cells "
        f"with 0 are left out, {glove_parts.empty_share_of_world():.0%} of them in the small world, 75 to 95 % "
        "in the matrices of Pennington et al.: that two words never meet teaches it nothing. On a small text "
        "that can be a loss: train with something added to every count, and compare the analogies.",
    )


def _misspelt_words() -> tuple[str, str]:
    return (
        "fastText understands misspelt words.",
        "It puts together what the remaining n-grams have in common with known words. "
        f"{fasttext_parts.recovered_in_words()}. A string of random letters gets a vector too.",
    )
