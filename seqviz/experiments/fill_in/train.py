"""Nets that fill in a word of a story from one side or both, trained side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
from torch import nn

from seqviz.corpora.stories import Story
from seqviz.experiments.fill_in.config import SIDES, FillInExperiment
from seqviz.models.labelling import FillInNet, set_forget_bias
from seqviz.runs.comparison import summary, take_turns, weights_of
from seqviz.runs.events import Event, Finished
from seqviz.runs.labelling import Batch, labelling_arm
from seqviz.runs.story_batches import STORIES_ASIDE, draw_stories, story_batch, story_vocabulary
from seqviz.text.vocabulary import Vocabulary


def build_fill_in_net(experiment: FillInExperiment, arm: str, vocabulary_size: int) -> FillInNet:
    """Build the untrained net of an arm; the global torch seed decides its weights."""
    side: Any = arm
    net = FillInNet(vocabulary_size, experiment.embedding_dim, experiment.cell, experiment.hidden_sizes, side)
    for stack in (net.before, net.after):
        if stack is not None:
            set_forget_bias(stack, experiment.forget_bias)
    return net


def fit_fill_in(experiment: FillInExperiment) -> Iterator[Event]:
    """Train the three sides on stories drawn again for every step.

    Yields:
        Metrics `country_accuracy` (the language asked for) and `place_accuracy` on stories set aside; Finished.
    """
    vocabulary = story_vocabulary()
    aside = draw_stories(np.random.default_rng([experiment.seed, 1]), STORIES_ASIDE, experiment.most_fillers)

    def batches() -> Callable[[], Batch]:
        order = np.random.default_rng(experiment.seed)
        return lambda: story_batch(
            draw_stories(order, experiment.batch_size, experiment.most_fillers), vocabulary
        )

    arms = [
        labelling_arm(
            experiment,
            name,
            partial(build_fill_in_net, experiment, name, len(vocabulary)),
            batches(),
            lambda net: _asked_accuracies(net, aside, vocabulary),
        )
        for name in SIDES
    ]
    yield from take_turns(arms, experiment.num_steps)
    yield Finished(summary(arms), weights_of(arms), {"vocabulary": list(vocabulary.tokens)})


def _asked_accuracies(net: nn.Module, stories: list[Story], vocabulary: Vocabulary) -> dict[str, float]:
    batch = story_batch(stories, vocabulary)
    right = net(batch.token_ids, batch.lengths).argmax(2) == batch.token_ids
    return {
        f"{kind}_accuracy": float(
            np.mean([right[row, one.asked].item() for row, one in enumerate(stories) if one.kind == kind])
        )
        for kind in ("country", "place")
    }
