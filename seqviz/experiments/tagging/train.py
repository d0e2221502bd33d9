"""The taggers of the Teddy sentences, trained side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import numpy as np
import torch
from torch import nn

from seqviz.corpora.teddy import LABELS, LabelledSentence, split_in_pairs, teddy_sentences
from seqviz.experiments.tagging import config as tagging
from seqviz.experiments.tagging.config import TaggingExperiment
from seqviz.models.labelling import TaggingNet
from seqviz.runs.comparison import summary, take_turns, weights_of
from seqviz.runs.events import Event, Finished
from seqviz.runs.labelling import NOT_COUNTED, SPECIALS, Batch, ids_of, labelling_arm
from seqviz.text.vocabulary import Vocabulary

SENTENCES_ASIDE = 0.15


def teddy_vocabulary() -> Vocabulary:
    """Return every word of the Teddy sentences."""
    return Vocabulary((*SPECIALS, *sorted({token for one in teddy_sentences() for token in one.tokens})))


def build_tagging_net(experiment: TaggingExperiment, arm: str, vocabulary_size: int) -> TaggingNet:
    """Build the untrained net of an arm; the global torch seed decides its weights."""
    sizes = (experiment.hidden_size,) * (2 if arm == tagging.ARMS[2] else 1)
    both = arm != tagging.ARMS[0]
    return TaggingNet(vocabulary_size, experiment.embedding_dim, experiment.cell, sizes, both, len(LABELS))


def fit_tagging(experiment: TaggingExperiment) -> Iterator[Event]:
    """Train the three taggers on the same sentences.

    Yields:
        Metrics `accuracy` (of all tokens) and `teddy_accuracy` of sentences set aside; Finished with all weights.
    """
    vocabulary = teddy_vocabulary()
    train, aside = split_in_pairs(teddy_sentences(), SENTENCES_ASIDE, experiment.seed)
    teddy = int(vocabulary.ids(["teddy"])[0])

    def batches() -> Callable[[], Batch]:
        order = np.random.default_rng(experiment.seed)
        return lambda: _tagged(
            [train[k] for k in order.integers(len(train), size=experiment.batch_size)], vocabulary
        )

    arms = [
        labelling_arm(
            experiment,
            name,
            partial(build_tagging_net, experiment, name, len(vocabulary)),
            batches(),
            lambda net: _accuracies(net, _tagged(aside, vocabulary), teddy),
        )
        for name in tagging.ARMS
    ]
    yield from take_turns(arms, experiment.num_steps)
    yield Finished(summary(arms), weights_of(arms), {"vocabulary": list(vocabulary.tokens)})


def _tagged(sentences: Sequence[LabelledSentence], vocabulary: Vocabulary) -> Batch:
    ids, lengths = ids_of([one.tokens for one in sentences], vocabulary)
    answers = torch.full(ids.shape, NOT_COUNTED)
    for row, one in enumerate(sentences):
        answers[row, : len(one.labels)] = torch.tensor(one.labels)
    return Batch(ids, lengths, answers)


def _accuracies(net: nn.Module, batch: Batch, teddy: int) -> dict[str, float]:
    right = net(batch.token_ids, batch.lengths).argmax(2) == batch.answers
    real = batch.answers != NOT_COUNTED
    return {
        "accuracy": right[real].float().mean().item(),
        "teddy_accuracy": right[batch.token_ids == teddy].float().mean().item(),
    }
