"""Which pairs are kept to measure on, so that a net has not learned nearly the same ones."""

from __future__ import annotations

import random
from collections.abc import Sequence

from seqviz.corpora.near_copies import near_copies

Tokens = tuple[str, ...]


def held_out(sources: Sequence[Tokens], share: float, seed: int) -> list[bool]:
    """Choose by chance which sources are kept for measuring: of sources with the same words all or none.

    Args:
        sources: the tokens of each; the same source may come several times, with other targets.
        share: of the different sources, 0 to 1.
        seed: seed of the random numbers.
    """
    generator = random.Random(seed)
    chosen = {words for words in sorted(set(map(_words, sources))) if generator.random() < share}
    return [_words(source) in chosen for source in sources]


def _words(source: Tokens) -> Tokens:
    """Return a source without its marks, for “Go!” and “Go.” are the same; a source of marks alone stays."""
    return tuple(token for token in source if token[0].isalnum()) or source


def without_near_copies(known: Sequence[Tokens], others: Sequence[Tokens]) -> list[bool]:
    """Tell for each of some sources that it is no near-copy of a known one (see `near_copies`)."""
    return [not is_copy for is_copy in near_copies(known, others)]
