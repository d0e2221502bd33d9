"""The recall and the clipping comparison against plain torch loops."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from seqviz.corpora.lagged import adding_batch, recall_batch
from seqviz.experiments.clipping.config import ARMS, ClippingExperiment
from seqviz.experiments.recall.config import RecallExperiment
from seqviz.models.lagged import AddingNet, RecallNet
from seqviz.runs.events import Finished, Metrics
from seqviz.runs.registry import train
from tests.runs.plain import adam, copied, descend, twin_of

CLIPPING = ClippingExperiment(length=6, num_steps=12, hidden_size=4, batch_size=5, factor=0.9, learning_rate=0.1,
                              clip_norm=0.2, clip_value=0.05, seed=3)  # fmt: skip
RECALL = RecallExperiment(
    longest_lag=4, num_steps=20, hidden_size=5, batch_size=6, learning_rate=0.02, clip_norm=1.0, seed=3
)


def adding_losses(clip):
    """Train the clipping page's net as a plain `nn.RNN`, and return each step's loss and gradient norm."""
    torch.manual_seed(3)
    ours = AddingNet(4, 0.9, "relu")
    layer, output = nn.RNN(2, 4, nonlinearity="relu", batch_first=True), copied(ours.output)
    layer.load_state_dict({f"{name}_l0": p for name, p in ours.state_dict().items() if "output" not in name})
    order, parameters, told = np.random.default_rng(3), [*layer.parameters(), *output.parameters()], []
    for _ in range(12):
        batch = adding_batch(order, 5, 6)
        guesses = output(layer(torch.from_numpy(batch.inputs))[0][:, -1])[:, 0]
        loss = ((guesses - torch.from_numpy(batch.answers)) ** 2).mean()
        gradients = torch.autograd.grad(loss, parameters)
        length = math.sqrt(sum(float((g**2).sum()) for g in gradients))
        told.append((loss.item(), length))
        with torch.no_grad():
            for p, g in zip(parameters, gradients, strict=True):
                p -= 0.1 * clip(g, length)
    return told


@pytest.mark.parametrize(
    ("arm", "clip"),
    [
        (ARMS[0], lambda g, length: g),
        (ARMS[1], lambda g, length: g * min(1.0, 0.2 / length)),
        (ARMS[2], lambda g, length: g.clamp(-0.05, 0.05)),
    ],
)
def test_every_arm_of_the_clipping_page_is_a_plain_torch_loop(arm, clip):
    told = [e for e in train(CLIPPING) if isinstance(e, Metrics) and e.arm == arm]
    assert [e.step for e in told] == list(range(1, 13))
    found = [(e.values["train_loss"], e.values["gradient_norm"]) for e in told]
    np.testing.assert_allclose(found, adding_losses(clip), rtol=1e-3)


def recall_losses(cell, lag):
    torch.manual_seed(3)
    bias = RECALL.forget_bias if RECALL.set_forget_bias else None
    net = RecallNet(RECALL.num_symbols + 4, RECALL.num_symbols, cell, 5, bias)
    embedding, layer, output = copied(net.embedding), twin_of(net.recurrent), copied(net.output)
    order, right = np.random.default_rng(3), []

    def loss():
        batch = recall_batch(order, 6, lag, RECALL.num_symbols)
        scores = output(layer(embedding(torch.from_numpy(batch.inputs)))[0][:, -1])
        answers = torch.from_numpy(batch.answers)
        right.append((scores.argmax(1) == answers).double().mean().item())
        return cross_entropy(scores, answers)

    losses = descend((embedding, layer, output), adam(0.02), [loss] * 20, clip_norm=1.0)
    return np.mean(losses), np.mean(right)


@pytest.mark.parametrize("cell", ["rnn", "lstm", "gru"])
def test_every_arm_of_the_recall_page_is_a_plain_torch_loop(cell):
    told = {e.arm: e.values for e in train(RECALL) if isinstance(e, Metrics)}
    for lag in RECALL.lags:
        found = told[f"{cell} {lag}"]
        assert (found["train_loss"], found["accuracy"]) == pytest.approx(recall_losses(cell, lag), rel=1e-3)


def test_the_result_says_what_guessing_would_give_and_how_far_each_arm_went():
    [finished] = [e for e in train(RECALL) if isinstance(e, Finished)]
    assert finished.result["chance"] == pytest.approx(1 / RECALL.num_symbols)
    assert {arm["steps"] for arm in finished.result["arms"].values()} == {20}
