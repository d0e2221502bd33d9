"""The nets of the stories: filling in a word, and naming the next one, each trained side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np
import torch
from torch import nn

from seqviz.corpora.stories import Story, all_words, draw_story
from seqviz.experiments.fill_in import config as fill_in
from seqviz.experiments.fill_in.config import FillInExperiment
from seqviz.experiments.next_word import config as next_word
from seqviz.experiments.next_word.config import NextWordExperiment
from seqviz.models.labelling import FillInNet, TaggingNet, forget_little
from seqviz.runs.events import Event
from seqviz.runs.labelling import NOT_COUNTED, SPECIALS, Batch, fit_arms, ids_of, labelling_arm
from seqviz.text.vocabulary import PADDING, Vocabulary

STORIES_ASIDE = 120


def story_vocabulary() -> Vocabulary:
    """Return every word of the stories."""
    return Vocabulary((*SPECIALS, *all_words()))


def build_fill_in_net(experiment: FillInExperiment, arm: str, vocabulary_size: int) -> FillInNet:
    """Build the untrained net of an arm; the global torch seed decides its weights."""
    side: Any = arm
    net = FillInNet(vocabulary_size, experiment.embedding_dim, experiment.cell, experiment.hidden_sizes, side)
    for stack in (net.before, net.after):
        if stack is not None:
            forget_little(stack, experiment.forget_bias)
    return net


def build_next_word_net(experiment: NextWordExperiment, arm: str, vocabulary_size: int) -> TaggingNet:
    """Build the untrained net of an arm: a label for each word of the vocabulary."""
    both = arm == next_word.ARMS[1]
    sizes = (experiment.hidden_size,)
    return TaggingNet(
        vocabulary_size, experiment.embedding_dim, experiment.cell, sizes, both, vocabulary_size
    )


def fit_fill_in(experiment: FillInExperiment) -> Iterator[Event]:
    """Train the three sides on stories drawn anew for every step.

    Yields:
        Metrics `country_accuracy` (the language asked for) and `place_accuracy` on stories set aside; Finished.
    """
    vocabulary = story_vocabulary()
    aside = _stories(np.random.default_rng([experiment.seed, 1]), STORIES_ASIDE, experiment.most_fillers)

    def batches() -> Callable[[], Batch]:
        order = np.random.default_rng(experiment.seed)
        return lambda: _filled(_stories(order, experiment.batch_size, experiment.most_fillers), vocabulary)

    arms = [
        labelling_arm(
            experiment,
            name,
            partial(build_fill_in_net, experiment, name, len(vocabulary)),
            batches(),
            lambda net: _asked_accuracies(net, aside, vocabulary),
        )
        for name in fill_in.SIDES
    ]
    yield from fit_arms(arms, experiment.num_steps, vocabulary)


def _stories(generator: np.random.Generator, number: int, most_fillers: int) -> list[Story]:
    return [draw_story(generator, most_fillers) for _ in range(number)]


def _filled(stories: Sequence[Story], vocabulary: Vocabulary) -> Batch:
    ids, lengths = ids_of([story.tokens for story in stories], vocabulary)
    asked = torch.tensor([story.asked for story in stories])
    return Batch(ids, lengths, ids.masked_fill(ids == PADDING, NOT_COUNTED), asked)


def _asked_accuracies(net: nn.Module, stories: list[Story], vocabulary: Vocabulary) -> dict[str, float]:
    batch = _filled(stories, vocabulary)
    right = net(batch.token_ids, batch.lengths).argmax(2) == batch.token_ids
    return {
        f"{kind}_accuracy": float(
            np.mean([right[row, one.asked].item() for row, one in enumerate(stories) if one.kind == kind])
        )
        for kind in ("country", "place")
    }


def fit_next_word(experiment: NextWordExperiment) -> Iterator[Event]:
    """Train both readers to name the next word of whole stories, and measure them where the story has ended.

    Yields:
        Metrics `accuracy_whole`: the reader sees the whole story, as in training; `accuracy_so_far`: it sees the
        words up to the place asked about, as when it writes; Finished.
    """
    vocabulary = story_vocabulary()
    aside = _stories(np.random.default_rng([experiment.seed, 1]), STORIES_ASIDE // 8, 3)

    def batches() -> Callable[[], Batch]:
        order = np.random.default_rng(experiment.seed)
        return lambda: _following(_stories(order, experiment.batch_size, 3), vocabulary)

    arms = [
        labelling_arm(
            experiment,
            name,
            partial(build_next_word_net, experiment, name, len(vocabulary)),
            batches(),
            lambda net: _whole_and_so_far(net, aside, vocabulary),
        )
        for name in next_word.ARMS
    ]
    yield from fit_arms(arms, experiment.num_steps, vocabulary)


def _following(stories: Sequence[Story], vocabulary: Vocabulary) -> Batch:
    """Ask at every token for the one after it; at the last for nothing."""
    batch = _filled(stories, vocabulary)
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
