"""Word vectors learned by skip-gram on the training reviews, put into a net before it trains."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from torch import nn

from seqviz.embeddings.skipgram import train_skipgram
from seqviz.embeddings.train_in_blocks import SkipGramConfig
from seqviz.runs.encoding import EncodedTexts
from seqviz.runs.events import Event, Progress
from seqviz.text.vocabulary import SPECIALS

PRETRAINED_LEARNING_RATE_SHARE = 0.3  # pretrained word vectors move less than what starts from nothing
PRETRAINED_STANDARD_DEVIATION = 0.3
EPOCHS = 10
LEAST_FRACTION_TO_ESTIMATE = 0.02  # before that the seconds of the first block mislead
NUM_SPECIALS = len(SPECIALS)


def pretrain_embedding(
    embedding: nn.Embedding, texts: EncodedTexts, seed: int, *, seconds_after: float
) -> Iterator[Event]:
    """Train skip-gram vectors on the texts and set the embedding to them, scaled to one standard deviation.

    The rows of padding and unknown words become zero: padding is never read, an unknown word says nothing.

    Args:
        embedding: of the net; changed in place.
        texts: to learn from.
        seed: of the vectors.
        seconds_after: what the net's own training is expected to take, for the time left.
    """
    flat_ids = np.concatenate(texts.token_ids)
    text_ids = np.repeat(np.arange(len(texts.token_ids)), [len(ids) for ids in texts.token_ids])
    known = flat_ids >= NUM_SPECIALS
    flat_ids, text_ids = flat_ids[known] - NUM_SPECIALS, text_ids[known]
    counts = np.bincount(flat_ids, minlength=embedding.num_embeddings - NUM_SPECIALS)
    config = SkipGramConfig(dim=embedding.embedding_dim, epochs=EPOCHS, seed=seed)
    for progress in train_skipgram(flat_ids, text_ids, counts, config):
        left = None
        if progress.fraction >= LEAST_FRACTION_TO_ESTIMATE:
            left = progress.seconds * (1 / progress.fraction - 1) + seconds_after
        yield Progress(0.0, left, f"word vectors by skip-gram: {progress.fraction:.0%}")
    vectors = torch.from_numpy(progress.vectors.copy())
    with torch.no_grad():
        embedding.weight[NUM_SPECIALS:] = vectors / vectors.std() * PRETRAINED_STANDARD_DEVIATION
        embedding.weight[:NUM_SPECIALS] = 0.0
