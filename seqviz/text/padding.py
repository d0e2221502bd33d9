"""Texts of different lengths made into rectangles: trim, pad, bucket."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from seqviz.text.vocabulary import PADDING

BATCHES_PER_SORT = 50


def trim(ids: np.ndarray, max_length: int, keep: Literal["first", "last"] = "first") -> np.ndarray:
    """Return at most `max_length` ids, (min(num_tokens, max_length),): the first ones or the last ones.

    Raises:
        ValueError: if max_length is below 1.
    """
    if max_length < 1:
        raise ValueError(f"a text is trimmed to at least 1 token, not {max_length}")
    return ids[:max_length] if keep == "first" else ids[-max_length:]


def pad(sequences: Sequence[np.ndarray], length: int | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Fill up sequences with id 0 at their ends, to one length.

    Args:
        sequences: the ids of each text, (num_tokens,) each, of any length, 0 among them.
        length: the common length; None for the longest sequence's.

    Returns:
        The ids, (num_texts, length) int64, and how many of each row are the text's own, (num_texts,) int64.

    Raises:
        ValueError: if a sequence is longer than `length`.
    """
    lengths = np.array([len(sequence) for sequence in sequences], dtype=np.int64)
    longest = int(lengths.max(initial=0))
    width = longest if length is None else length
    if longest > width:
        raise ValueError(f"a sequence of {longest} ids does not fit into {width}: trim it first")
    token_ids = np.full((len(sequences), width), PADDING, dtype=np.int64)  # (num_texts, length)
    for row, sequence in zip(token_ids, sequences, strict=True):
        row[: len(sequence)] = sequence
    return token_ids, lengths


def buckets(lengths: np.ndarray, batch_size: int, generator: np.random.Generator) -> list[np.ndarray]:
    """Shuffle texts into batches of similar length, so that little padding is needed.

    The texts are shuffled, sorted by length within stretches of 50 batches, cut into batches, and the
    batches are shuffled: every epoch is different, and short texts do not wait for long ones.

    Args:
        lengths: (num_texts,), tokens.
        batch_size: texts per batch.
        generator: the only source of chance.

    Returns:
        For each batch the positions of its texts, (batch,) int64; each text is in exactly one batch, and
        every batch but one is full.

    Raises:
        ValueError: if batch_size is below 1.
    """
    if batch_size < 1:
        raise ValueError(f"a batch holds at least 1 text, not {batch_size}")
    lengths = np.asarray(lengths)
    order = generator.permutation(len(lengths))
    stretch = batch_size * BATCHES_PER_SORT
    batches: list[np.ndarray] = []
    for start in range(0, len(order), stretch):
        part = order[start : start + stretch]
        part = part[np.argsort(lengths[part], kind="stable")]
        batches += [part[first : first + batch_size] for first in range(0, len(part), batch_size)]
    return [batches[index] for index in generator.permutation(len(batches))]
