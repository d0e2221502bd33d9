"""Near-copies: texts that share most of their different words with another, such as one template filled twice.

On both sides of a split they make a net look better than it is: it has seen nearly the same text before.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

Words = frozenset[Hashable]
SHARE = 0.8


def near_copies(
    known: Sequence[Sequence[Hashable]], others: Sequence[Sequence[Hashable]], share: float = SHARE
) -> Iterator[bool]:
    """Yield for each of some texts whether a known one is nearly the same.

    Args:
        known: the tokens of each known text.
        others: the tokens of each text to look up.
        share: two texts are near-copies where so much of their different words, taken together, is in both (their
            Jaccard similarity), above 0 to 1.

    Two sets so alike have to share one of their few rarest words, so only texts that do are compared.
    Source: prefix filtering, Chaudhuri, Ganti & Kaushik 2006.
    """
    sets = [frozenset(tokens) for tokens in known]
    counts = Counter(word for words in sets for word in words)
    holders: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, words in enumerate(sets):
        for word in _rarest(words, counts, share):
            holders[word].append(place)
    for tokens in others:
        words = frozenset(tokens)
        candidates = {place for word in _rarest(words, counts, share) for place in holders.get(word, ())}
        yield any(_alike(words, sets[place], share) for place in candidates)


def _rarest(words: Words, counts: Counter[Hashable], share: float) -> list[Hashable]:
    """Return the words of which two sets that are alike have to share one, the rarest first."""
    ordered = sorted(words, key=lambda word: (counts[word], repr(word)))
    return ordered[: len(ordered) - math.ceil(share * len(ordered) - 1e-9) + 1]


def _alike(one: Words, other: Words, share: float) -> bool:
    if not share * len(one) <= len(other) + 1e-9 or not share * len(other) <= len(one) + 1e-9:
        return False
    common = len(one & other)
    return common >= share * (len(one) + len(other) - common) - 1e-9
