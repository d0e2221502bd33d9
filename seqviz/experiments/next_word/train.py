"""Nets that name the next word of a story, reading from one end or both, trained side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import numpy as np
import torch
from torch import nn

from seqviz.corpora.stories import Story
from seqviz.experiments.next_word.config import ARMS, NextWordExperiment
from seqviz.models.labelling import TaggingNet
from seqviz.runs.comparison import summary, take_turns, weights_of
from seqviz.runs.events import Event, Finished
from seqviz.runs.labelling import NOT_COUNTED, Batch, ids_of, labelling_arm
from seqviz.runs.story_batches import STORIES_ASIDE, draw_stories, story_batch, story_vocabulary
from seqviz.text.vocabulary import Vocabulary

MOST_FILLERS = 3  # words between the ends of a story


def build_next_word_net(experiment: NextWordExperiment, arm: str, vocabulary_size: int) -> TaggingNet:
    """Build the untrained net of an arm: a label for each word of the vocabulary."""
    both = arm == ARMS[1]
    sizes = (experiment.hidden_size,)
    return TaggingNet(
        vocabulary_size, experiment.embedding_dim, experiment.cell, sizes, both, vocabulary_size
    )


def fit_next_word(experiment: NextWordExperiment) -> Iterator[Event]:
    """Train both readers to name the next word of whole stories, and measure them where the story has ended.

    Yields:
        Metrics `accuracy_whole`: the reader sees the whole story, as in training; `accuracy_so_far`: it sees the
        words up to the place asked about, as when it writes; Finished.
    """
    vocabulary = story_vocabulary()
    aside = draw_stories(np.random.default_rng([experiment.seed, 1]), STORIES_ASIDE // 8, MOST_FILLERS)

    def batches() -> Callable[[], Batch]:
        order = np.random.default_rng(experiment.seed)
        return lambda: _following(draw_stories(order, experiment.batch_size, MOST_FILLERS), vocabulary)

    arms = [
        labelling_arm(
            experiment,
            name,
            partial(build_next_word_net, experiment, name, len(vocabulary)),
            batches(),
            lambda net: _whole_and_so_far(net, aside, vocabulary),
        )
        for name in ARMS
    ]
    yield from take_turns(arms, experiment.num_steps)
    yield Finished(summary(arms), weights_of(arms), {"vocabulary": list(vocabulary.tokens)})


def _following(stories: Sequence[Story], vocabulary: Vocabulary) -> Batch:
    """Ask at every token for the one after it; at the last for nothing."""
    batch = story_batch(stories, vocabulary)
    following = torch.full_like(batch.answers, NOT_COUNTED)
    following[:, :-1] = batch.answers[:, 1:]
    return Batch(batch.token_ids, batch.lengths, following)


def _whole_and_so_far(net: nn.Module, stories: list[Story], vocabulary: Vocabulary) -> dict[str, float]:
    batch = _following(stories, vocabulary)
    real = batch.answers != NOT_COUNTED
    whole = (net(batch.token_ids, batch.lengths).argmax(2) == batch.answers)[real]
    beginnings = [story.tokens[:end] for story in stories for end in range(1, len(story.tokens))]
    wanted = vocabulary.ids([story.tokens[end] for story in stories for end in range(1, len(story.tokens))])
    begun, ends = ids_of(beginnings, vocabulary)
    guessed = net(begun, ends)[torch.arange(len(ends)), ends - 1].argmax(1)
    so_far = guessed == torch.from_numpy(wanted)
    return {"accuracy_whole": whole.float().mean().item(), "accuracy_so_far": so_far.float().mean().item()}
