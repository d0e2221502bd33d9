"""What the benches of word vectors share: the text, the other side, and how good vectors are."""

from __future__ import annotations

import itertools
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.harness import Result, UnavailableError
from seqviz.corpora.records import CorpusError
from seqviz.embeddings.evaluation import read_similarities, similarity_score
from seqviz.embeddings.space import WordVectors
from seqviz.experiments.word_vectors.data import NumberedText, number_text, texts_of

MIN_COUNT, DIM, WINDOW, SUBSAMPLE, EPOCHS = 5, 100, 5, 1e-3, 3
SEEDS = (1, 2, 3)
LARGEST_QUALITY_LOSS = 0.02
RATINGS = ("EN-MEN-TR-3k.txt", "EN-WS-353-ALL.txt", "EN-SIMLEX-999.txt")

#: Trains with a seed and returns words per second of processor time, and the vectors of the vocabulary. The
#: whole process is counted, so gensim's worker and the thread that feeds it; a busy computer disturbs little.
Side = Callable[[int], tuple[float, np.ndarray]]


def imdb_text() -> NumberedText:
    """Return IMDB's training text, words that occur five times and more.

    Raises:
        UnavailableError: if IMDB is not on this computer.
    """
    try:
        return number_text(*texts_of("imdb"), MIN_COUNT, 50_000)
    except CorpusError as missing:
        raise UnavailableError(str(missing)) from missing


def gensim_side(text: NumberedText, **settings: Any) -> Side:
    """Return gensim's training of the same words in the same order, one worker.

    Args:
        text: the numbered text.
        **settings: `sg`, `hs`, `negative`; with `bucket`, fastText is trained.
    """
    from gensim.models import FastText, Word2Vec

    sentences = _sentences(text)
    model_class = FastText if "bucket" in settings else Word2Vec

    def train(seed: int) -> tuple[float, np.ndarray]:
        model = model_class(
            vector_size=DIM, window=WINDOW, min_count=1, sample=SUBSAMPLE, workers=1, seed=seed, **settings
        )
        model.build_vocab(sentences)
        started = time.process_time()
        model.train(sentences, total_examples=len(sentences), epochs=EPOCHS)
        speed = EPOCHS * len(text.corpus) / (time.process_time() - started)
        return speed, np.stack([model.wv[word] for word in text.vocabulary])

    return train


def _sentences(text: NumberedText) -> list[list[str]]:
    words = [text.vocabulary[i] for i in text.corpus.word_ids]
    ends = np.flatnonzero(np.diff(text.corpus.text_ids)) + 1
    edges = [0, *ends.tolist(), len(words)]
    return [words[start:end] for start, end in itertools.pairwise(edges)]


def quality(text: NumberedText, vectors: np.ndarray) -> float:
    """Return the mean rank correlation with three sets of people's ratings.

    Raises:
        UnavailableError: if the ratings are not at hand.
    """
    folder = Path(os.environ.get("SEQVIZ_TEST_DATA", "")) / "word_eval"
    if not all((folder / name).exists() for name in RATINGS):
        raise UnavailableError(f"SEQVIZ_TEST_DATA names no folder with word_eval/{RATINGS[0]}.")
    space = WordVectors(text.vocabulary, vectors)
    scores = [similarity_score(space, read_similarities((folder / name).read_text())) for name in RATINGS]
    return statistics.mean(score.rank_correlation for score in scores)


def race(text: NumberedText, ours: Side, theirs: Side, what: str) -> Result:
    """Train both sides in turns, once per seed; compare words per second, and hold the quality against them.

    A lead bought with quality is none: where ours is lower by more than 0.02, the ratio told is 0.
    """
    rounds = []
    for seed in SEEDS:
        sides = (ours, theirs) if seed % 2 else (theirs, ours)
        found = {side: side(seed) for side in sides}
        rounds.append([(speed, quality(text, vectors)) for speed, vectors in (found[ours], found[theirs])])
    (our_speed, our_quality), (their_speed, their_quality) = np.mean(rounds, axis=0)
    ratio = statistics.median(mine[0] / other[0] for mine, other in rounds)
    good = our_quality >= their_quality - LARGEST_QUALITY_LOSS
    note = (
        f"{what} / gensim, one worker; mean rank correlation {our_quality:.3f} / {their_quality:.3f}, "
        f"{len(SEEDS)} seeds"
    )
    return Result(ratio if good else 0.0, our_speed, their_speed, "words/s", note)
