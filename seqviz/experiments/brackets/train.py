"""Nets of one layer and of two or three that read brackets from both ends, trained side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import numpy as np
import torch
from torch import Tensor, nn

from seqviz.corpora.brackets import (
    NOT_ASKED,
    TOKENS,
    WORD,
    BracketStrings,
    bracket_strings,
    depths_of,
    labels_of,
)
from seqviz.experiments.brackets.config import DEPTH, ONE_LAYER, SAME_KIND, WIDE_LAYER, BracketsExperiment
from seqviz.models.cells.registry import cell_named
from seqviz.models.labelling import TaggingNet
from seqviz.runs.comparison import summary, take_turns, weights_of
from seqviz.runs.events import Event, Finished
from seqviz.runs.labelling import NOT_COUNTED, Batch, labelling_arm

NUM_TRAINING, NUM_ASIDE = 3_000, 200  # strings
#: Question -> the answers to it: tokens -> the label of each.
ANSWERS = {SAME_KIND: labels_of, DEPTH: depths_of}


def fit_brackets(experiment: BracketsExperiment) -> Iterator[Event]:
    """Train every net from every seed; nets of one seed learn from the same strings in the same batches.

    Yields:
        Metrics `on_brackets` and `on_words`, shares of right answers on strings set aside; Finished with all weights.
    """
    arms = []
    for name, (net, seed) in experiment.arms.items():
        train, aside = strings_of(experiment, seed)
        arms.append(
            labelling_arm(
                replace(experiment, seed=seed),
                name,
                partial(build_bracket_net, experiment, net),
                _batches(experiment, train, seed),
                partial(_accuracies, aside=aside),
            )
        )
    yield from take_turns(arms, experiment.num_steps)
    yield Finished(summary(arms), weights_of(arms))


def strings_of(experiment: BracketsExperiment, seed: int) -> tuple[BracketStrings, BracketStrings]:
    """Draw the strings that nets of a seed learn from, and those set aside."""
    rng, answers = np.random.default_rng([seed, 1]), ANSWERS[experiment.question]
    train, aside = (
        bracket_strings(rng, number, experiment.length, experiment.deepest, answers)
        for number in (NUM_TRAINING, NUM_ASIDE)
    )
    return train, aside


def build_bracket_net(experiment: BracketsExperiment, net: str) -> TaggingNet:
    """Build an untrained net; the global torch seed decides its weights."""
    sizes = hidden_sizes(experiment, net)
    return TaggingNet(
        len(TOKENS), experiment.embedding_dim, experiment.cell, sizes, True, experiment.num_labels
    )


def hidden_sizes(experiment: BracketsExperiment, net: str) -> tuple[int, ...]:
    """Return the units of each layer of a net."""
    units = experiment.hidden_size
    one_layer = {ONE_LAYER: (units,), WIDE_LAYER: (wide_size(experiment),)}
    return one_layer.get(net, (units,) * experiment.num_layers)


def wide_size(experiment: BracketsExperiment) -> int:
    """Return the units of one layer with about as many numbers to learn as the deep net has."""
    units, dim, labels = experiment.hidden_size, experiment.embedding_dim, experiment.num_labels
    blocks = len(cell_named(experiment.cell).blocks)

    def count(inputs: int, size: int) -> int:
        return 2 * blocks * size * (inputs + size + 2)  # both directions; two biases

    above = (experiment.num_layers - 1) * count(2 * units, units)
    wanted = count(dim, units) + above + 2 * units * labels
    return min(range(units, 4 * units), key=lambda size: abs(count(dim, size) + 2 * size * labels - wanted))


def _batches(experiment: BracketsExperiment, strings: BracketStrings, seed: int) -> Callable[[], Batch]:
    order = np.random.default_rng(seed)

    def batch() -> Batch:
        return _batch(strings, order.integers(len(strings.labels), size=experiment.batch_size))

    return batch


def _batch(strings: BracketStrings, rows: np.ndarray) -> Batch:
    labels = np.where(strings.labels == NOT_ASKED, NOT_COUNTED, strings.labels)[rows]
    lengths = torch.full((len(rows),), labels.shape[1])
    return Batch(torch.from_numpy(strings.token_ids[rows]), lengths, torch.from_numpy(labels))


def _accuracies(net: nn.Module, aside: BracketStrings) -> dict[str, float]:
    batch = _batch(aside, np.arange(len(aside.labels)))
    right = net(batch.token_ids, batch.lengths).argmax(2) == batch.answers
    is_asked, is_word = batch.answers != NOT_COUNTED, batch.token_ids == TOKENS.index(WORD)
    return {"on_brackets": _share(right[~is_word]), "on_words": _share(right[is_asked & is_word])}


def _share(right: Tensor) -> float:
    return right.float().mean().item() if len(right) else 0.0
