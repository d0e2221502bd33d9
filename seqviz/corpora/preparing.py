"""A corpus as a classifier is given it: all of its training part or some of it, cleaned or as it came."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from seqviz.corpora.loading import load_corpus
from seqviz.corpora.records import Corpus, CorpusError, LabelledTexts
from seqviz.corpora.splitting import take
from seqviz.text.cleaning_levels import cleaned


def prepared_corpus(spec: str, *, cleaning: str = "none", num_train: int = 0, seed: int = 0) -> Corpus:
    """Load a corpus, clean all its parts and keep some of the training part.

    Args:
        spec: what `load_corpus` takes.
        cleaning: a key of `cleaning_levels.CLEANINGS`.
        num_train: texts to learn from, as many of each class as of the other; 0 keeps all.
        seed: draws them; of one seed, a smaller number is part of a larger one.

    Raises:
        CorpusError: if the corpus cannot be had or has too few training texts.
    """
    if spec == "reviews":
        return _some_of(_generated(cleaning), num_train, seed)
    return _cleaned(_some_of(load_corpus(spec), num_train, seed), cleaning)


def _some_of(corpus: Corpus, num_train: int, seed: int) -> Corpus:
    return replace(corpus, train=fewer(corpus.train, num_train, seed)) if num_train else corpus


@lru_cache(maxsize=2)
def _generated(cleaning: str) -> Corpus:
    """Only the corpus that never changes is kept: a file may be corrected."""
    return _cleaned(load_corpus("reviews"), cleaning)


def _cleaned(corpus: Corpus, cleaning: str) -> Corpus:
    if cleaning == "none":
        return corpus
    train, validation = (_clean_part(part, cleaning) for part in (corpus.train, corpus.validation))
    test = None if corpus.test is None else _clean_part(corpus.test, cleaning)
    return replace(corpus, train=train, validation=validation, test=test)


def _clean_part(part: LabelledTexts, cleaning: str) -> LabelledTexts:
    return LabelledTexts(cleaned(part.texts, cleaning), part.labels, part.ids)


def fewer(texts: LabelledTexts, count: int, seed: int) -> LabelledTexts:
    """Draw some texts, as many of each class as of the other.

    Raises:
        CorpusError: if there are fewer than that of a class.
    """
    generator = np.random.default_rng(seed)
    chosen: list[int] = []
    for label, wanted in ((0, count // 2), (1, count - count // 2)):
        places = generator.permutation(np.flatnonzero(texts.labels == label))
        if len(places) < wanted:
            raise CorpusError(
                f"{count} training texts were asked for, half of each class, but one class has {len(places)}."
            )
        chosen += places[:wanted].tolist()
    return take(texts, sorted(chosen))
