"""What each lesson counts as a word, said in one place: the same corpus has as many as the way it is cut."""

from __future__ import annotations

from seqviz.text.tokens import MARKS


def counted_tokens(*, lower: bool) -> str:
    """Say what `seqviz.text.tokens.words` and `words_as_written` count."""
    capitals = "capitals are lowered first" if lower else "*The* and *the* are two"
    return f"Counted are words and the marks {' '.join(MARKS)} (*don't* is two tokens, {capitals})."


def counted_terms() -> str:
    """Say what `seqviz.text.counts.terms_of` counts."""
    return "Counted are words in lower case, without punctuation (*don't* is one)."


def counted_plain_words() -> str:
    """Say what `seqviz.experiments.word_vectors.data.plain_words` counts."""
    return "Counted are words in lower case, without punctuation (*don't* is two, *do* and *n't*)."
