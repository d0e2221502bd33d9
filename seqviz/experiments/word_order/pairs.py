"""Two sentences of the same words with opposite verdicts: only who reads them in turn can be right about both."""

from __future__ import annotations

from seqviz.text.tokens import words

#: (positive, negative); what follows *but* is the writer's own verdict.
PAIRS = (
    (
        "The actors were not good, but the film was great.",
        "The actors were good, but the film was not great.",
    ),
    (
        "My friends called the film dull, but I found it brilliant.",
        "My friends called the film brilliant, but I found it dull.",
    ),
)
_IS_POSITIVE = {tuple(words(text)): side == 0 for pair in PAIRS for side, text in enumerate(pair)}


def is_positive(tokens: list[str]) -> bool | None:
    """Return whether one of our sentences is positive; None if it is none of them."""
    return _IS_POSITIVE.get(tuple(tokens))
