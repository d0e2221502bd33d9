"""The bracket comparison against plain torch loops."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn.functional import cross_entropy

from seqviz.corpora.brackets import NOT_ASKED, TOKENS, WORD, bracket_strings, depths_of, labels_of
from seqviz.experiments.brackets.config import DEPTH, BracketsExperiment, arm_name, net_of
from seqviz.experiments.brackets.train import (
    NUM_ASIDE,
    NUM_TRAINING,
    build_bracket_net,
    hidden_sizes,
    strings_of,
    wide_size,
)
from seqviz.experiments.brackets.trained import BracketReader
from seqviz.runs.events import Finished, Metrics
from seqviz.runs.experiment import to_config
from seqviz.runs.registry import train
from tests.runs.plain import adam, copied, descend, twin_of

SMALL = BracketsExperiment(hidden_size=4, embedding_dim=3, length=8, batch_size=6, num_steps=10, seed=3)
NETS = SMALL.nets


@pytest.fixture(scope="module")
def events():
    return list(train(SMALL))


def plain_loss(net, seed):
    torch.manual_seed(seed)
    built = build_bracket_net(SMALL, net)
    strings = bracket_strings(np.random.default_rng([seed, 1]), NUM_TRAINING, 8, SMALL.deepest, labels_of)
    embedding, layer, output = copied(built.embedding), twin_of(built.recurrent), copied(built.output)
    order = np.random.default_rng(seed)

    def loss():
        rows = order.integers(NUM_TRAINING, size=6)
        labels = torch.from_numpy(strings.labels[rows])
        scores = output(layer(embedding(torch.from_numpy(strings.token_ids[rows])))[0])
        asked = labels != NOT_ASKED
        return cross_entropy(scores[asked], labels[asked])

    losses = descend((embedding, layer, output), adam(0.02), [loss] * 10, clip_norm=1.0)
    return losses[-1]


@pytest.mark.parametrize(("net", "seed"), [(NETS[0], 3), (NETS[1], 4), (NETS[2], 4)])
def test_every_net_is_trained_as_a_plain_torch_loop_does(events, net, seed):
    told = [e.values["train_loss"] for e in events if isinstance(e, Metrics) and e.arm == arm_name(net, seed)]
    assert told[-1] == pytest.approx(plain_loss(net, seed), rel=1e-3)


def test_what_is_measured_is_what_the_reader_says_of_the_strings_set_aside(events):
    end = next(event for event in events if isinstance(event, Finished))
    reader = BracketReader.from_run(to_config(SMALL), end.extras, end.weights)
    rng = np.random.default_rng([3, 1])
    bracket_strings(rng, NUM_TRAINING, 8, SMALL.deepest, labels_of)
    aside = bracket_strings(rng, NUM_ASIDE, 8, SMALL.deepest, labels_of)
    tokens = [["<pad>", "(", "[", ")", "]", "w"][k] for k in aside.token_ids[0]]
    assert reader.right(NETS[2], tokens).shape == (8,)
    right = np.array([reader.right(NETS[2], [["<pad>", "(", "[", ")", "]", "w"][k] for k in row]) > 0.5
                      for row in aside.token_ids]) == (aside.labels == 1)  # fmt: skip
    is_word = aside.token_ids == 5
    values = end.result["arms"][arm_name(NETS[2], 3)]
    assert values["on_brackets"] == pytest.approx(right[~is_word].mean())
    assert values["on_words"] == pytest.approx(right[is_word & (aside.labels != NOT_ASKED)].mean())


@pytest.mark.parametrize(
    "changes", [{}, {"cell": "rnn"}, {"cell": "lstm", "num_layers": 3}, {"question": DEPTH}]
)
def test_the_wide_layer_has_about_as_many_numbers_as_the_deep_net(changes):
    experiment = BracketsExperiment(**changes)
    nets = [build_bracket_net(experiment, net) for net in experiment.nets[1:]]
    wide, deep = (sum(p.numel() for p in net.parameters()) for net in nets)
    assert len(hidden_sizes(experiment, experiment.nets[-1])) == experiment.num_layers
    assert wide == pytest.approx(deep, rel=0.03)
    assert wide_size(experiment) > experiment.hidden_size


def test_a_net_that_is_asked_how_deep_a_token_stands_is_measured_on_that():
    experiment = BracketsExperiment(question=DEPTH, num_layers=3, num_steps=60, length=8, num_seeds=1)
    end = list(train(experiment))[-1]
    reader = BracketReader.from_run(to_config(experiment), end.extras, end.weights)
    _, aside = strings_of(experiment, 0)
    tokens = np.array(TOKENS)[aside.token_ids]
    assert aside.labels.tolist() == [depths_of(list(row)) for row in tokens]
    right = np.array([reader.depths("three layers", list(row)) for row in tokens]) == aside.labels
    values = end.result["arms"][arm_name("three layers", 0)]
    assert values["on_words"] == pytest.approx(right[tokens == WORD].mean())
    assert values["on_brackets"] == pytest.approx(right[tokens != WORD].mean())
    assert values["on_brackets"] > 0.6  # it has learned: there are five answers to choose from


def test_an_arm_is_found_again_by_its_name():
    assert {net_of(arm): net for arm, (net, _) in SMALL.arms.items()} == {net: net for net in NETS}
