"""Batches of stories with gaps to fill, as ids."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from seqviz.corpora.stories import Story, all_words, draw_story
from seqviz.runs.labelling import NOT_COUNTED, SPECIALS, Batch, ids_of
from seqviz.text.vocabulary import PADDING, Vocabulary

STORIES_ASIDE = 120


def story_vocabulary() -> Vocabulary:
    """Return every word of the stories."""
    return Vocabulary((*SPECIALS, *all_words()))


def draw_stories(generator: np.random.Generator, number: int, most_fillers: int) -> list[Story]:
    """Draw stories, each with at most so many filling words between its ends."""
    return [draw_story(generator, most_fillers) for _ in range(number)]


def story_batch(stories: Sequence[Story], vocabulary: Vocabulary) -> Batch:
    """Number stories: every word is an answer, and the one asked about counts as much as all others."""
    ids, lengths = ids_of([story.tokens for story in stories], vocabulary)
    asked = torch.tensor([story.asked for story in stories])
    return Batch(ids, lengths, ids.masked_fill(ids == PADDING, NOT_COUNTED), asked)
