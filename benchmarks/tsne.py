"""t-SNE of 500 words of GloVe: ours, dense in torch, beside scikit-learn's default."""

from __future__ import annotations

import os
import time
from pathlib import Path

from sklearn.manifold import TSNE

from benchmarks.harness import Result, UnavailableError, compare
from seqviz.embeddings.projection import trustworthiness
from seqviz.embeddings.tsne import TsneConfig, tsne
from seqviz.embeddings.vector_files import load_vectors

NUM_WORDS = 500
LARGEST_TRUST_LOSS = 0.015


def measure() -> Result:
    """Lay out the 500 most frequent words; a lead bought with trustworthiness is none."""
    path = Path(os.environ.get("SEQVIZ_TEST_DATA", "")) / "embeddings" / "glove.6B.50d.top10k.txt"
    if not path.exists():
        raise UnavailableError("SEQVIZ_TEST_DATA names no folder with embeddings/glove.6B.50d.top10k.txt.")
    vectors = load_vectors(path, NUM_WORDS).vectors
    maps = {}

    def ours() -> None:
        *_, maps["ours"] = tsne(vectors, TsneConfig())

    def theirs() -> None:
        maps["theirs"] = TSNE(random_state=0).fit_transform(vectors)

    timing = compare(ours, theirs, rounds=5, repeats=1, clock=time.process_time)
    trust = {side: trustworthiness(vectors, points) for side, points in maps.items()}
    good = trust["ours"] >= trust["theirs"] - LARGEST_TRUST_LOSS
    note = f"{NUM_WORDS} words, trustworthiness {trust['ours']:.3f} / {trust['theirs']:.3f} / scikit-learn"
    return Result(timing.ratio if good else 99.0, timing.ours, timing.theirs, "ms", note)
