"""The clipping comparison against a plain torch loop."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch import nn

from seqviz.corpora.lagged import adding_batch
from seqviz.experiments.clipping.config import ARMS, ClippingExperiment
from seqviz.experiments.clipping.train import fit_clipping
from seqviz.models.lagged import AddingNet
from seqviz.runs.events import Metrics
from tests.runs.plain import copied

CLIPPING = ClippingExperiment(length=6, num_steps=12, hidden_size=4, batch_size=5, factor=0.9, learning_rate=0.1,
                              clip_norm=0.2, clip_value=0.05, seed=3)  # fmt: skip


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
    told = [e for e in fit_clipping(CLIPPING) if isinstance(e, Metrics) and e.arm == arm]
    assert [e.step for e in told] == list(range(1, 13))
    found = [(e.values["train_loss"], e.values["gradient_norm"]) for e in told]
    np.testing.assert_allclose(found, adding_losses(clip), rtol=1e-3)
