"""Properties of tokens that a unit may follow: one number a token."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

import numpy as np

from seqviz.corpora.grammar import table
from seqviz.text.stop_words import negations

#: What a unit may be searched for, as the page calls it.
PROPERTIES = (
    "position in the text",
    "a negation",
    "the stretch after a negation",
    "punctuation",
    "praise (+1) and complaint (\N{MINUS SIGN}1)",
)
_MARKS = frozenset(".,!?;:")


def token_property(name: str, tokens: Sequence[str]) -> np.ndarray:
    """Return one number a token for a property of PROPERTIES, (num_tokens,).

    Raises:
        ValueError: if no property has this name.
    """
    if name == PROPERTIES[0]:
        return np.arange(len(tokens), dtype=float)
    if name == PROPERTIES[1]:
        return listed(negations(), tokens)
    if name == PROPERTIES[2]:
        return _after_negation(tokens)
    if name == PROPERTIES[3]:
        return listed(_MARKS, tokens)
    if name == PROPERTIES[4]:
        praise, complaint = _judgements()
        return listed(praise, tokens) - listed(complaint, tokens)
    raise ValueError(f"A property is one of {', '.join(PROPERTIES)}, not {name!r}")


def listed(words: Collection[str], tokens: Sequence[str]) -> np.ndarray:
    """Return 1 for each token that is one of the words, else 0, (num_tokens,)."""
    return np.array([token in words for token in tokens], dtype=float)


def _after_negation(tokens: Sequence[str]) -> np.ndarray:
    """Mark the tokens from a negation on, itself left out, up to the next punctuation mark."""
    marked, inside = [], False
    for token in tokens:
        inside = inside and token not in _MARKS
        marked.append(inside and token not in negations())
        inside = inside or token in negations()
    return np.array(marked, dtype=float)


@cache
def _judgements() -> tuple[frozenset[str], frozenset[str]]:
    """Return the adjectives that the bundled grammar uses for praise only, and for complaint only."""
    kinds = [kind for kind in table("adjectives").values() if isinstance(kind, dict)]
    good, bad = (frozenset(word for kind in kinds for word in kind.get(side, ())) for side in ("good", "bad"))
    return good - bad, bad - good
