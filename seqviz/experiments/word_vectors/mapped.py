"""Which words of a vocabulary stand on the map that a training draws."""

from __future__ import annotations

from seqviz.corpora.world import groups

MOST_MAPPED = 160


def mapped_words(corpus: str, vocabulary: tuple[str, ...]) -> dict[str, list[str]]:
    """Choose the words for the map: on the small world those with a part in it, else the most frequent."""
    known = set(vocabulary)
    if corpus != "world":
        words = [word for word in vocabulary if len(word) > 2][:MOST_MAPPED]
        return {"words": words, "groups": [""] * len(words)}
    pairs = [(word, group) for group, members in groups().items() for word in members if word in known]
    return {"words": [word for word, _ in pairs], "groups": [group for _, group in pairs]}
