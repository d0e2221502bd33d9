"""A running text as ids, and windows of it as batches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from seqviz.corpora.prose import Prose
from seqviz.corpora.records import CorpusError
from seqviz.text.pieces import Unit, pieces
from seqviz.text.vocabulary import Vocabulary


@dataclass(frozen=True)
class EncodedProse:
    """A text as ids.

    Attributes:
        vocabulary: of the training part.
        train: (num_symbols,) int64.
        validation: (num_symbols,) int64.
        validation_characters: how many characters the measured symbols (all but the first) stand for.
    """

    vocabulary: Vocabulary
    train: np.ndarray
    validation: np.ndarray
    validation_characters: int


def encode_prose(prose: Prose, unit: Unit, vocabulary_size: int) -> EncodedProse:
    """Number the symbols of a text.

    Raises:
        CorpusError: if a part is too short to predict anything in.
    """
    train, validation = pieces(prose.train, unit), pieces(prose.validation, unit)
    if len(train) < 10 or len(validation) < 2:
        raise CorpusError(f"{prose.name} has {len(train)} symbols to learn from, and 10 are the least.")
    vocabulary = Vocabulary.from_texts([train], vocabulary_size)
    measured = sum(map(len, validation[1:]))
    return EncodedProse(vocabulary, vocabulary.ids(train), vocabulary.ids(validation), measured)


def windows(ids: np.ndarray, length: int, batch_size: int, generator: torch.Generator) -> torch.Tensor:
    """Draw windows of a text, each beginning anywhere.

    Returns:
        (length + 1, batch_size) int64, time first; shorter if the text is.
    """
    length = min(length, len(ids) - 1)
    starts = torch.randint(len(ids) - length, (batch_size,), generator=generator)
    return torch.from_numpy(ids)[starts + torch.arange(length + 1).unsqueeze(1)]
