"""Skip-gram with hierarchical softmax on IMDB: ours against gensim's."""

from __future__ import annotations

import time

import numpy as np

from benchmarks.harness import Result
from benchmarks.word_vectors import DIM, EPOCHS, SUBSAMPLE, WINDOW, gensim_side, imdb_text, race
from seqviz.embeddings.hierarchical_softmax import HierarchicalSoftmax
from seqviz.embeddings.train_in_blocks import SkipGramConfig, train_in_blocks


def measure() -> Result:
    """Vector size 100, window 5, 3 epochs, one thread each."""
    text = imdb_text()

    def ours(seed: int) -> tuple[float, np.ndarray]:
        config = SkipGramConfig(DIM, WINDOW, epochs=EPOCHS, subsample=SUBSAMPLE, seed=seed, block_length=20)
        started = time.process_time()
        *_, last = train_in_blocks(text.corpus, config, HierarchicalSoftmax(text.corpus, config))
        return EPOCHS * len(text.corpus) / (time.process_time() - started), last.vectors

    theirs = gensim_side(text, sg=1, hs=1, negative=0)
    return race(text, ours, theirs, "skip-gram, hierarchical softmax")
