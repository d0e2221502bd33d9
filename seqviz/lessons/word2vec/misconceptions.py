"""What is often said of word2vec, and what is so."""

from __future__ import annotations

from functools import cache

from seqviz.corpora.world import world_sentences
from seqviz.embeddings.windows import expected_pairs
from seqviz.experiments.word_vectors.config import WordVectorsExperiment
from seqviz.text.tokens import words

NUM_COUNTED = 1000  # sentences of the small world

#: (what is often said, what is so), Markdown.
ALWAYS_SO = [
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


def misconceptions() -> list[tuple[str, str]]:
    """Return (what is often said, what is so), Markdown."""
    return [*ALWAYS_SO, ("CBOW is for small corpora, skip-gram for large ones.", _which_for_how_much())]


def _which_for_how_much() -> str:
    positions, pairs = examples_of_small_world()
    return (
        "One of word2vec's authors said the reverse (Mikolov, on its mailing list: skip-gram works well with little "
        "data and for rare words, CBOW is faster and a little better for frequent ones). A tutorial of TensorFlow "
        "said what stands above, and both are copied. What is sure is the number of examples: a pass through "
        f"{NUM_COUNTED:,} sentences of the small world gives CBOW {positions:,} predictions and skip-gram about "
        f"{pairs:,.0f}, {pairs / positions:.1f} times as many. Which is better on a corpus of a given size has to be "
        "measured: train both above."
    )


@cache
def examples_of_small_world() -> tuple[int, float]:
    """Return how many examples CBOW gets from sentences of the small world, and skip-gram on average."""
    window = WordVectorsExperiment().window
    lengths = [len(words(sentence)) for sentence in world_sentences(NUM_COUNTED)]
    return sum(length for length in lengths if length > 1), sum(
        expected_pairs(length, window) for length in lengths
    )
