"""Skip-gram with negative sampling on IMDB: ours against gensim's."""

from __future__ import annotations

import time

import numpy as np

from benchmarks.harness import Result
from benchmarks.word_vectors import DIM, EPOCHS, SUBSAMPLE, WINDOW, gensim_side, imdb_text, race
from seqviz.embeddings.skipgram import SkipGram
from seqviz.embeddings.train_in_blocks import SkipGramConfig, train_in_blocks


def measure() -> Result:
    """Vector size 100, window 5, 5 negatives, 3 epochs, one thread each."""
    text = imdb_text()

    def ours(seed: int) -> tuple[float, np.ndarray]:
        config = SkipGramConfig(DIM, WINDOW, 5, EPOCHS, subsample=SUBSAMPLE, seed=seed)
        started = time.process_time()
        *_, last = train_in_blocks(text.corpus, config, SkipGram(text.corpus, config))
        return EPOCHS * len(text.corpus) / (time.process_time() - started), last.vectors

    return race(text, ours, gensim_side(text, sg=1, negative=5), "skip-gram, 5 negatives")
