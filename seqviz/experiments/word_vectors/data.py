"""The text of a word-vector training as numbers: its words, their counts, and one long row of ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from seqviz.corpora.records import CorpusError
from seqviz.embeddings.blocks import FlatCorpus
from seqviz.text.tokens import words

LABELLED = ("reviews", "imdb", "movie_reviews")


@dataclass(frozen=True)
class NumberedText:
    """A text ready for training.

    Attributes:
        name: what the page calls it.
        vocabulary: its words, most frequent first.
        corpus: its positions, words outside the vocabulary left out.
    """

    name: str
    vocabulary: tuple[str, ...]
    corpus: FlatCorpus


def is_name(spec: str) -> bool:
    """Tell whether a corpus is named, not the path of a file."""
    return spec in (*LABELLED, "world", "harbour") or spec.startswith(("gutenberg:", "upload:"))


def texts_read(spec: str, share: float) -> tuple[str, list[str]]:
    """Return a corpus's name and the first texts of it, as many as the share says and at least one.

    Raises:
        CorpusError: see `texts_of`.
    """
    name, texts = texts_of(spec)
    whole = list(texts)
    return name, whole[: max(1, round(share * len(whole)))]


def texts_of(spec: str) -> tuple[str, Iterable[str]]:
    """Return a corpus's name and its texts; windows do not reach across texts.

    Args:
        spec: world, reviews, imdb, movie_reviews, or what `load_prose` takes; prose is parted at its lines.

    Raises:
        CorpusError: if there is no such corpus or it cannot be read.
    """
    if spec == "world":
        from seqviz.corpora.world import world_sentences

        return "The small world", world_sentences()
    if spec in LABELLED:
        from seqviz.corpora.loading import load_corpus

        corpus = load_corpus(spec)
        return corpus.name, corpus.train.texts
    from seqviz.corpora.prose import load_prose

    prose = load_prose(spec)
    return prose.name, (prose.train + prose.validation).splitlines()


def number_text(name: str, texts: Iterable[str], min_count: int = 1, max_words: int = 20_000) -> NumberedText:
    """Cut texts into lower-case words, count them, and number those that are kept.

    Args:
        name: what the page calls the text.
        texts: each a text of its own.
        min_count: rarer words are left out.
        max_words: at most so many words are kept, the most frequent ones (ties alphabetically).

    Raises:
        CorpusError: if no word is left.
    """
    tokenised = [plain_words(each) for each in texts]
    counts = Counter(word for tokens in tokenised for word in tokens)
    ranked = sorted(
        (word for word, n in counts.items() if n >= min_count), key=lambda word: (-counts[word], word)
    )
    vocabulary = tuple(ranked[:max_words])
    if not vocabulary:
        raise CorpusError(f"{name} has no word that occurs {min_count} times, so there is nothing to learn.")
    number = {word: i for i, word in enumerate(vocabulary)}
    ids = [[number[word] for word in tokens if word in number] for tokens in tokenised]
    flat = np.fromiter((i for row in ids for i in row), np.int64)
    text_ids = np.repeat(np.arange(len(ids)), [len(row) for row in ids])
    kept = np.array([counts[word] for word in vocabulary])
    return NumberedText(name, vocabulary, FlatCorpus(flat, text_ids, kept))


def plain_words(sentence: str) -> list[str]:
    """Cut a text into lower-case words, punctuation left out."""
    return [token for token in words(sentence) if any(map(str.isalnum, token))]
