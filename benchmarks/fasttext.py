"""fastText's skip-gram with 3- to 6-grams on IMDB: ours against gensim's."""

from __future__ import annotations

import time

import numpy as np

from benchmarks.harness import Result
from benchmarks.word_vectors import DIM, EPOCHS, SUBSAMPLE, WINDOW, gensim_side, imdb_text, race
from seqviz.embeddings.fasttext import FastText, FastTextConfig
from seqviz.embeddings.train_in_blocks import train_in_blocks

BUCKETS = 200_000


def measure() -> Result:
    """Vector size 100, window 5, 5 negatives, 3 epochs, 200 000 buckets, one thread each."""
    text = imdb_text()

    def ours(seed: int) -> tuple[float, np.ndarray]:
        config = FastTextConfig(
            DIM, WINDOW, 5, EPOCHS, subsample=SUBSAMPLE, seed=seed, shortest=3, longest=6, num_buckets=BUCKETS
        )
        model = FastText(text.corpus, text.vocabulary, config)
        started = time.process_time()
        list(train_in_blocks(text.corpus, config, model))
        return EPOCHS * len(text.corpus) / (time.process_time() - started), model.word_vectors()

    theirs = gensim_side(text, sg=1, negative=5, bucket=BUCKETS, min_n=3, max_n=6)
    return race(text, ours, theirs, "skip-gram with 3–6-grams")
