"""The recall comparison against plain torch loops."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn.functional import cross_entropy

from seqviz.corpora.lagged import recall_batch
from seqviz.experiments.recall.config import RecallExperiment
from seqviz.models.lagged import RecallNet
from seqviz.runs.events import Finished, Metrics
from seqviz.runs.registry import train
from tests.runs.plain import adam, copied, descend, twin_of

RECALL = RecallExperiment(
    longest_lag=4, num_steps=20, hidden_size=5, batch_size=6, learning_rate=0.02, clip_norm=1.0, seed=3
)


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
