"""A corpus as token ids, ready for a net."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from seqviz.corpora.records import Corpus, CorpusError, LabelledTexts
from seqviz.runs.events import Event, Progress
from seqviz.text.padding import trim
from seqviz.text.tokens import words
from seqviz.text.vocabulary import Vocabulary

TEXTS_BETWEEN_EVENTS = 1_000


@dataclass(frozen=True)
class EncodedTexts:
    """Texts as ids.

    Attributes:
        token_ids: per text (num_tokens,) int64; whole texts, at least one token each.
        labels: (num_texts,) float32, 0 negative, 1 positive.
    """

    token_ids: tuple[np.ndarray, ...]
    labels: np.ndarray

    def trimmed(self, max_length: int, keep: Literal["first", "last"]) -> EncodedTexts:
        """Keep the first or last `max_length` tokens of each text."""
        return EncodedTexts(tuple(trim(ids, max_length, keep) for ids in self.token_ids), self.labels)


@dataclass(frozen=True)
class EncodedCorpus:
    """A corpus as ids: the parts of `Corpus` under the same names."""

    vocabulary: Vocabulary
    train: EncodedTexts
    validation: EncodedTexts
    test: EncodedTexts | None


def encode_corpus(corpus: Corpus, vocabulary_size: int) -> Generator[Event, None, EncodedCorpus]:
    """Split a corpus into tokens and number them; the vocabulary comes from the training part alone.

    Yields:
        Progress, so that a stop is heard; the EncodedCorpus is the generator's return value.

    Raises:
        CorpusError: if the training reviews hold no word at all.
    """
    tokenised = {}
    for part in ("train", "validation", "test"):
        texts = getattr(corpus, part)
        if texts is not None:
            tokenised[part] = yield from _tokenise(texts, part)
    vocabulary = Vocabulary.from_texts(tokenised["train"], vocabulary_size)
    if len(vocabulary) <= 2:
        raise CorpusError("The training reviews have no words, so there is nothing to learn from.")
    encoded = {part: encode(tokens, getattr(corpus, part), vocabulary) for part, tokens in tokenised.items()}
    return EncodedCorpus(vocabulary, encoded["train"], encoded["validation"], encoded.get("test"))


def encode(tokenised: Sequence[list[str]], texts: LabelledTexts, vocabulary: Vocabulary) -> EncodedTexts:
    """Number the tokens; a text without any token becomes one unknown token."""
    ids = tuple(vocabulary.ids(tokens or [""]) for tokens in tokenised)
    return EncodedTexts(ids, texts.labels.astype(np.float32))


def _tokenise(texts: LabelledTexts, part: str) -> Generator[Event, None, list[list[str]]]:
    tokenised = []
    for start in range(0, len(texts), TEXTS_BETWEEN_EVENTS):
        yield Progress(0.0, None, f"splitting the {part} reviews into words ({start:,} of {len(texts):,})")
        tokenised += [words(text) for text in texts.texts[start : start + TEXTS_BETWEEN_EVENTS]]
    return tokenised
