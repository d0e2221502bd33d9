"""Pairs of sequences as ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seqviz.corpora.pairs import Pair, Pairs, load_pairs
from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.models.seq2seq import END, SPECIALS, START, UNKNOWN


@dataclass(frozen=True)
class EncodedPairs:
    """Pairs as ids.

    Attributes:
        pairs: the pairs themselves.
        source_vocabulary: tokens in the order of their ids, `SPECIALS` first.
        target_vocabulary: likewise.
    """

    pairs: Pairs
    source_vocabulary: tuple[str, ...]
    target_vocabulary: tuple[str, ...]

    def sources(self, pairs: Sequence[Pair]) -> list[np.ndarray]:
        """Return each source's ids, (num_tokens,)."""
        number = {token: k for k, token in enumerate(self.source_vocabulary)}
        return [np.array([number.get(token, UNKNOWN) for token in pair.source]) for pair in pairs]

    def targets(self, pairs: Sequence[Pair]) -> list[np.ndarray]:
        """Return each target's ids from [START] to [END], (num_tokens + 2,)."""
        number = {token: k for k, token in enumerate(self.target_vocabulary)}
        return [
            np.array([START, *(number.get(token, UNKNOWN) for token in pair.target), END]) for pair in pairs
        ]


def encode_pairs(pairs: Pairs, vocabulary_size: int) -> EncodedPairs:
    """Number the tokens of the training pairs, the most frequent first."""
    sides = []
    for side in ("source", "target"):
        counts = Counter(token for pair in pairs.train for token in getattr(pair, side))
        ranked = sorted(counts, key=lambda token: (-counts[token], token))
        sides.append((*SPECIALS, *ranked[: max(1, vocabulary_size - len(SPECIALS))]))
    return EncodedPairs(pairs, *sides)


def load_encoded(experiment: TranslationExperiment) -> EncodedPairs:
    """Load an experiment's pairs.

    Raises:
        CorpusError: if they cannot be had or are too few.
    """
    pairs = load_pairs(
        experiment.task, max_length=experiment.max_length, count=experiment.num_pairs, seed=experiment.seed
    )
    return encode_pairs(pairs, experiment.vocabulary_size)
