"""The nets with an answer at every token against plain torch loops that read one text at a time."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from seqviz.corpora.stories import draw_story
from seqviz.corpora.teddy import split_in_pairs, teddy_sentences
from seqviz.experiments.fill_in.config import FillInExperiment
from seqviz.experiments.fill_in.train import build_fill_in_net
from seqviz.experiments.next_word.config import NextWordExperiment
from seqviz.experiments.next_word.train import build_next_word_net
from seqviz.experiments.tagging.config import TaggingExperiment
from seqviz.experiments.tagging.train import build_tagging_net, teddy_vocabulary
from seqviz.runs.events import Finished, Metrics
from seqviz.runs.registry import train
from seqviz.runs.story_batches import STORIES_ASIDE, story_vocabulary
from tests.runs.plain import adam, copied, descend, twin_of

SAME = {
    "embedding_dim": 4,
    "num_steps": 12,
    "batch_size": 4,
    "learning_rate": 0.02,
    "clip_norm": 0.5,
    "seed": 3,
}


def trained(experiment, arm):
    """Run an experiment; return an arm's losses, its last values, and its weights."""
    events = list(train(experiment))
    told = [e.values for e in events if isinstance(e, Metrics) and e.arm == arm]
    [finished] = [e for e in events if isinstance(e, Finished)]
    weights = {k.split("/")[1]: v for k, v in finished.weights.items() if k.startswith(f"{arm}/")}
    assert finished.result["parameters"][arm] == sum(value.size for value in weights.values())
    return [values["train_loss"] for values in told], told[-1], weights


def scores_of(tokens, parts, vocabulary):
    """Log-probabilities at every token of one text, (length, labels)."""
    embedding, layer, output = parts
    rows = embedding(torch.from_numpy(vocabulary.ids(list(tokens))))
    return output(layer(rows[None])[0][0]).log_softmax(1)


def tagger(net):
    return copied(net.embedding), twin_of(net.recurrent), copied(net.output)


@pytest.mark.parametrize("arm", ["forward", "both directions", "both, two layers"])
def test_the_taggers_are_trained_as_a_plain_torch_loop_does(arm):
    experiment, vocabulary = TaggingExperiment(hidden_size=3, **SAME), teddy_vocabulary()
    torch.manual_seed(3)
    parts = tagger(build_tagging_net(experiment, arm, len(vocabulary)))
    train, aside = split_in_pairs(teddy_sentences(), 0.15, 3)
    order = np.random.default_rng(3)

    def loss():
        chosen = [train[k] for k in order.integers(len(train), size=4)]
        terms = [-row[label] for one in chosen
                 for row, label in zip(scores_of(one.tokens, parts, vocabulary), one.labels, strict=True)]  # fmt: skip
        return torch.stack(terms).mean()

    losses = descend(parts, adam(0.02), [loss] * 12, clip_norm=0.5)
    told, last, weights = trained(experiment, arm)
    assert told == pytest.approx(losses, rel=1e-3)
    assert told[-1] < told[0] - 0.1
    assert np.allclose(weights["output.bias"], parts[2].bias.detach(), atol=1e-3)
    right, of_teddy = [], []
    for one in aside:
        found = scores_of(one.tokens, parts, vocabulary).argmax(1).numpy() == np.array(one.labels)
        right += list(found)
        of_teddy += [ok for ok, token in zip(found, one.tokens, strict=True) if token == "teddy"]
    assert last["accuracy"] == pytest.approx(np.mean(right), abs=2 / len(right))
    assert last["teddy_accuracy"] == pytest.approx(np.mean(of_teddy), abs=2 / len(of_teddy))


def fill_in_scores(tokens, parts, vocabulary):
    """Log-probabilities of every word from the words before it and after it, each read alone."""
    rows = parts["embedding"](torch.from_numpy(vocabulary.ids(list(tokens))))
    known = []
    if "before" in parts:
        states = parts["before"](rows[None])[0][0]
        known.append(torch.cat([torch.zeros(1, states.shape[1]), states[:-1]]))
    if "after" in parts:
        states = parts["after"](rows.flip(0)[None])[0][0].flip(0)
        known.append(torch.cat([states[1:], torch.zeros(1, states.shape[1])]))
    return parts["output"](torch.cat(known, 1)).log_softmax(1)


def stories(generator, number, most_fillers):
    return [draw_story(generator, most_fillers) for _ in range(number)]


@pytest.mark.parametrize("arm", ["left", "right", "both"])
def test_the_fill_in_nets_are_trained_as_a_plain_torch_loop_does(arm):
    experiment, vocabulary = FillInExperiment(hidden_sizes=(3,), most_fillers=1, **SAME), story_vocabulary()
    torch.manual_seed(3)
    net = build_fill_in_net(experiment, arm, len(vocabulary))
    stacks = {
        name: twin_of(getattr(net, name)) for name in ("before", "after") if getattr(net, name) is not None
    }
    for layer in stacks.values():  # the forget gates begin open
        assert layer.bias_ih_l0[3:6].tolist() == [5.0] * 3 and layer.bias_hh_l0[3:6].tolist() == [0.0] * 3
    parts = {"embedding": copied(net.embedding), **stacks, "output": copied(net.output)}
    order = np.random.default_rng(3)

    def loss():
        of_all, of_asked = [], []
        for story in stories(order, 4, 1):
            scores, ids = fill_in_scores(story.tokens, parts, vocabulary), vocabulary.ids(list(story.tokens))
            of_all += [-row[k] for row, k in zip(scores, ids, strict=True)]
            of_asked.append(-scores[story.asked, ids[story.asked]])
        return torch.stack(of_all).mean() + torch.stack(of_asked).mean()

    losses = descend(parts.values(), adam(0.02), [loss] * 12, clip_norm=0.5)
    told, last, _ = trained(experiment, arm)
    assert told == pytest.approx(losses, rel=1e-3)
    assert told[-1] < told[0] - 0.1
    aside = stories(np.random.default_rng([3, 1]), STORIES_ASIDE, 1)
    for kind in ("country", "place"):
        right = [
            int(fill_in_scores(one.tokens, parts, vocabulary)[one.asked].argmax())
            == vocabulary.ids([one.tokens[one.asked]])[0]
            for one in aside
            if one.kind == kind
        ]
        assert last[f"{kind}_accuracy"] == pytest.approx(np.mean(right), abs=2 / len(right))


@pytest.mark.parametrize("arm", ["forward", "both directions"])
def test_the_next_word_nets_are_trained_as_a_plain_torch_loop_does(arm):
    experiment, vocabulary = NextWordExperiment(hidden_size=3, **SAME), story_vocabulary()
    torch.manual_seed(3)
    parts = tagger(build_next_word_net(experiment, arm, len(vocabulary)))
    order = np.random.default_rng(3)

    def loss():
        terms = []
        for story in stories(order, 4, 3):
            scores = scores_of(story.tokens, parts, vocabulary)
            following = vocabulary.ids(list(story.tokens[1:]))
            terms += [-row[k] for row, k in zip(scores[:-1], following, strict=True)]
        return torch.stack(terms).mean()

    losses = descend(parts, adam(0.02), [loss] * 12, clip_norm=0.5)
    told, last, _ = trained(experiment, arm)
    assert told == pytest.approx(losses, rel=1e-3)
    assert told[-1] < told[0] - 0.02
    whole, so_far = [], []
    for story in stories(np.random.default_rng([3, 1]), 15, 3):
        following = vocabulary.ids(list(story.tokens[1:]))
        guesses = scores_of(story.tokens, parts, vocabulary).argmax(1)[:-1]
        whole += (guesses.numpy() == following).tolist()
        for end, wanted in enumerate(following, start=1):
            so_far.append(int(scores_of(story.tokens[:end], parts, vocabulary)[-1].argmax()) == wanted)
    assert last["accuracy_whole"] == pytest.approx(np.mean(whole), abs=2 / len(whole))
    assert last["accuracy_so_far"] == pytest.approx(np.mean(so_far), abs=2 / len(so_far))
