"""The comparisons with an answer at every token, as generators of events."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from seqviz.corpora.stories import Story, all_words, draw_story
from seqviz.corpora.teddy import LABELS, LabelledSentence, split_in_pairs, teddy_sentences
from seqviz.recurrent.labelling import FillInNet, TaggingNet, forget_little
from seqviz.text.padding import pad
from seqviz.text.vocabulary import PADDING, Vocabulary
from seqviz.training import fill_in, next_word, tagging
from seqviz.training.arms import Arm, clip_by_norm, nothing_more, take_turns
from seqviz.training.events import Event, Finished
from seqviz.training.fill_in import FillInExperiment
from seqviz.training.next_word import NextWordExperiment
from seqviz.training.tagging import TaggingExperiment

NOT_COUNTED = -100  # of a label at padding
TURNS = 25
SENTENCES_ASIDE = 0.15
STORIES_ASIDE = 120
SPECIALS = ("<pad>", "<unk>")


@dataclass(frozen=True)
class Batch:
    """Texts with an answer at each token.

    Attributes:
        token_ids: (batch, length).
        lengths: (batch,).
        answers: (batch, length); NOT_COUNTED where nothing is asked.
        asked: (batch,) places that count as much as all the others together; None where there are none.
    """

    token_ids: Tensor
    lengths: Tensor
    answers: Tensor
    asked: Tensor | None = None

    def loss(self, net: nn.Module) -> Tensor:
        """Return the mean cross-entropy of a net's answers, plus that of the places asked about."""
        scores = net(self.token_ids, self.lengths)
        loss = cross_entropy(scores.flatten(0, 1), self.answers.flatten(), ignore_index=NOT_COUNTED)
        if self.asked is None:
            return loss
        rows = torch.arange(len(self.asked))
        return loss + cross_entropy(scores[rows, self.asked], self.answers[rows, self.asked])


def story_vocabulary() -> Vocabulary:
    """Return every word of the stories."""
    return Vocabulary((*SPECIALS, *all_words()))


def teddy_vocabulary() -> Vocabulary:
    """Return every word of the Teddy sentences."""
    return Vocabulary((*SPECIALS, *sorted({token for one in teddy_sentences() for token in one.tokens})))


def build_tagging_net(experiment: TaggingExperiment, arm: str, vocabulary_size: int) -> TaggingNet:
    """Build the untrained net of an arm; the global torch seed decides its weights."""
    sizes = (experiment.hidden_size,) * (2 if arm == tagging.ARMS[2] else 1)
    both = arm != tagging.ARMS[0]
    return TaggingNet(vocabulary_size, experiment.embedding_dim, experiment.cell, sizes, both, len(LABELS))


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
        _arm(
            experiment,
            name,
            partial(build_tagging_net, experiment, name, len(vocabulary)),
            batches(),
            lambda net: _accuracies(net, _tagged(aside, vocabulary), teddy),
        )
        for name in tagging.ARMS
    ]
    yield from _fit(arms, experiment.num_steps, vocabulary)


def _tagged(sentences: Sequence[LabelledSentence], vocabulary: Vocabulary) -> Batch:
    ids, lengths = _ids([one.tokens for one in sentences], vocabulary)
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
        _arm(
            experiment,
            name,
            partial(build_fill_in_net, experiment, name, len(vocabulary)),
            batches(),
            lambda net: _asked_accuracies(net, aside, vocabulary),
        )
        for name in fill_in.SIDES
    ]
    yield from _fit(arms, experiment.num_steps, vocabulary)


def _stories(generator: np.random.Generator, number: int, most_fillers: int) -> list[Story]:
    return [draw_story(generator, most_fillers) for _ in range(number)]


def _filled(stories: Sequence[Story], vocabulary: Vocabulary) -> Batch:
    ids, lengths = _ids([story.tokens for story in stories], vocabulary)
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
        _arm(
            experiment,
            name,
            partial(build_next_word_net, experiment, name, len(vocabulary)),
            batches(),
            lambda net: _whole_and_so_far(net, aside, vocabulary),
        )
        for name in next_word.ARMS
    ]
    yield from _fit(arms, experiment.num_steps, vocabulary)


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
    begun, ends = _ids(beginnings, vocabulary)
    guessed = net(begun, ends)[torch.arange(len(ends)), ends - 1].argmax(1)
    so_far = guessed == torch.from_numpy(wanted)
    return {"accuracy_whole": whole.float().mean().item(), "accuracy_so_far": so_far.float().mean().item()}


def _ids(texts: Sequence[Sequence[str]], vocabulary: Vocabulary) -> tuple[Tensor, Tensor]:
    token_ids, lengths = pad([vocabulary.ids(list(text)) for text in texts])
    return torch.from_numpy(token_ids), torch.from_numpy(lengths)


def _arm(
    experiment: Any,
    name: str,
    build: Callable[[], nn.Module],
    batch: Callable[[], Batch],
    measure: Callable[[nn.Module], dict[str, float]],
) -> Arm:
    torch.manual_seed(experiment.seed)
    net = build()

    def loss() -> tuple[Tensor, dict[str, float]]:
        return batch().loss(net), {}

    def measured() -> dict[str, float]:
        with torch.no_grad():
            return measure(net)

    optimizer = torch.optim.Adam(net.parameters(), experiment.learning_rate, fused=True)
    return Arm(name, net, loss, optimizer, clip_by_norm(experiment.clip_norm), measured)


def _fit(arms: list[Arm], num_steps: int, vocabulary: Vocabulary) -> Iterator[Event]:
    yield from take_turns(arms, num_steps, max(1, num_steps // TURNS), nothing_more)
    result = {
        "arms": {arm.name: arm.latest | {"steps": arm.step} for arm in arms},
        "parameters": {arm.name: sum(p.numel() for p in arm.net.parameters()) for arm in arms},
        "seconds": round(sum(arm.seconds for arm in arms), 3),
    }
    weights = {name: value for arm in arms for name, value in arm.weights().items()}
    yield Finished(result, weights, {"vocabulary": list(vocabulary.tokens)})
