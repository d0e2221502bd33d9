"""What is often said of tokens and vocabularies, and what is so."""

from __future__ import annotations

from seqviz.text.tokens import MARKS

LOWER_CASING = (
    "Lower-casing loses nothing.",
    "It makes *US* and *us*, *May* and *may* one word each. It gives a smaller vocabulary; whether that is "
    "worth it depends on the texts.",
)
UNKNOWN_WORDS = (
    "Unknown words are left out.",
    "Each becomes the same token, <unk>: the net sees that a word stood there, but not which.",
)
PADDING = (
    "Padding is harmless.",
    "Only if it is masked. A net that goes on reading <pad> after the last word changes its state with each; "
    "the nets in this course stop at the text's own length.",
)
ZIPF = (
    "Zipf's law: the second word comes half as often as the first, exactly.",
    "It is a rule of thumb for large, natural texts. The slope fitted above is measured; in generated "
    "reviews with their few hundred words the line bends.",
)


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [_a_token_is_a_word(), LOWER_CASING, UNKNOWN_WORDS, PADDING, ZIPF]


def _a_token_is_a_word() -> tuple[str, str]:
    return (
        "A token is a word.",
        f"It is whatever the text is cut into: here words and the marks {' '.join(MARKS)}, characters or "
        "sentences; elsewhere parts of words. “Don't” is one word and two tokens here, so that its *n't* is seen.",
    )
