"""What is often said of word2vec's training tricks, and what is so."""

from __future__ import annotations

#: (what is often said, what is so), Markdown.
MISCONCEPTIONS = [
    (
        "Raising counts to ¾ favours frequent words.",
        "It favours rare ones: relative to the unigram distribution it lifts rare words and lowers "
        "frequent ones.",
    ),
    (
        "Hierarchical softmax is 50 times faster than the full softmax.",
        "It depends on the vocabulary: the full softmax grows with V, the tree with about log₂ V. "
        "Measure above from which V on the claim holds on this computer.",
    ),
    (
        "Subsampling drops a word when it is too frequent.",
        "It drops single *occurrences*, by chance; a frequent word still occurs often enough to be "
        "learned. And the formula in the paper is not the one in its code.",
    ),
]
