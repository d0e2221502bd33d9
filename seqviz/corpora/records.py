"""What a corpus is: texts with labels, parted into training, validation and test."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

import numpy as np


class CorpusError(ValueError):
    """A corpus that cannot be had; the message is a sentence for the person who asked for it."""


@dataclass(frozen=True)
class LabelledTexts:
    """Texts and their classes.

    Attributes:
        texts: the raw texts, as they came.
        labels: (num_texts,) int64, 0 negative, 1 positive.
        ids: where a text comes from (`train/pos/0_9`), or None if the source gives no ids.
    """

    texts: tuple[str, ...]
    labels: np.ndarray
    ids: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        if len(self.texts) != len(self.labels):
            raise ValueError(f"{len(self.texts)} texts but {len(self.labels)} labels")

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def digest(self) -> str:
        """What tells these texts from others, labels aside."""
        hasher = hashlib.blake2b(digest_size=16)
        for text in self.texts:
            letters = text.encode(errors="surrogatepass")
            hasher.update(b"%d:" % len(letters) + letters)
        return hasher.hexdigest()


@dataclass(frozen=True)
class Corpus:
    """A corpus ready for training.

    Attributes:
        name: what the page calls it.
        train: what the net learns from.
        validation: what it is measured on during training.
        test: reviews kept apart to the end, or None.
        note: one sentence: how the validation part was chosen.
        source: one sentence: where the texts come from, and their licence.
    """

    name: str
    train: LabelledTexts
    validation: LabelledTexts
    test: LabelledTexts | None
    note: str
    source: str
