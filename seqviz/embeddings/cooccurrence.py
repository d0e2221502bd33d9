"""How often words stand near each other: the counts that GloVe fits."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import coo_array, csr_array

from seqviz.embeddings.blocks import FlatCorpus

MOST_WORDS_WITH_ALL_CELLS = (
    2_000  # where empty cells count, memory and time grow with the square of the words
)


def cooccurrence(corpus: FlatCorpus, window: int, distance_weighting: bool) -> csr_array:
    """Count how often each two words stand within a window of each other; the matrix is symmetric.

    Args:
        corpus: the words.
        window: the largest distance.
        distance_weighting: a pair d words apart adds 1/d instead of 1.

    Returns:
        Counts, (num_words, num_words), sparse.
    """
    num_words = len(corpus.counts)
    counts = csr_array((num_words, num_words), dtype=np.float64)
    for distance in range(1, min(window, len(corpus) - 1) + 1):
        left, right = corpus.word_ids[:-distance], corpus.word_ids[distance:]
        together = corpus.text_ids[:-distance] == corpus.text_ids[distance:]
        weights = np.full(int(together.sum()), 1.0 / distance if distance_weighting else 1.0)
        cells = (left[together], right[together])
        counts = counts + coo_array((weights, cells), shape=counts.shape).tocsr()
    return csr_array(counts + counts.T)


def cooccurrence_of_sentences(
    sentences: Sequence[Sequence[str]],
    vocabulary: Sequence[str],
    window: int,
    distance_weighting: bool = False,
) -> np.ndarray:
    """Count as `cooccurrence` does, for a few tokenised sentences; (num_words, num_words), dense.

    Args:
        sentences: each a sequence of tokens, all of them in the vocabulary.
        vocabulary: the words, in the order of rows and columns.
        window: the largest distance.
        distance_weighting: a pair d words apart adds 1/d instead of 1.
    """
    number = {word: i for i, word in enumerate(vocabulary)}
    ids = np.array([number[token] for tokens in sentences for token in tokens], dtype=np.int64)
    texts = np.repeat(np.arange(len(sentences)), [len(tokens) for tokens in sentences])
    corpus = FlatCorpus(ids, texts, np.bincount(ids, minlength=len(vocabulary)))
    return cooccurrence(corpus, window, distance_weighting).toarray()


def cells_that_count(counts: csr_array, pseudocount: float) -> coo_array:
    """Return the cells that have a part in the objective, each with the pseudocount added.

    Args:
        counts: (num_words, num_words), sparse, see `cooccurrence`.
        pseudocount: 0 for the cells above 0 alone; above 0 for all cells.

    Raises:
        ValueError: if no two words ever meet, or there are too many words for all cells to count.
    """
    num_words = counts.shape[0]
    if counts.nnz == 0:
        raise ValueError(
            "No two words stand within a window of each other, so there is nothing to learn from."
        )
    if not pseudocount:
        return counts.tocoo()
    if num_words > MOST_WORDS_WITH_ALL_CELLS:
        raise ValueError(
            f"Empty cells can count for at most {MOST_WORDS_WITH_ALL_CELLS:,} words, but there are {num_words:,}: "
            "keep fewer words, or add nothing to the counts."
        )
    return coo_array(counts.toarray() + pseudocount)
