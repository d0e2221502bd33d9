"""What is often said of word2vec, and what is so."""

from __future__ import annotations

#: (what is often said, what is so), Markdown.
MISCONCEPTIONS = [
    (
        "Word2vec is a deep net.",
        "It has one hidden layer and no non-linearity in it: a row of one table is looked up and "
        "multiplied with rows of another.",
    ),
    (
        "CBOW trains faster; skip-gram is better for rare words. Always.",
        "CBOW makes one prediction per position, skip-gram one per pair, so CBOW has less to do; how "
        "much faster that is depends on how the program shares work between pairs. Here both share "
        "it: train both and read the words per second. Which is better for rare words depends on the "
        "text and on the number of epochs.",
    ),
    (
        "The numbers of a vector mean something one by one.",
        "Only dot products enter the training: turn all vectors together by any rotation and nothing "
        "changes.",
    ),
]
