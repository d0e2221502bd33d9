from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import torch

from seqviz.claims.readings.explosion import LENGTH, gradient_growth, stays_within
from seqviz.models.inspect.gradients import GradientSetting
from seqviz.runs.events import Metrics


@pytest.mark.parametrize(
    ("losses", "diverged", "expected"),
    [([1.0, 900.0, 0.1], [], 1.0), ([1.0, 2e3, 0.1], [], 0.0), ([1.0], [{"arm": "mine"}], 0.0)],
)
def test_an_arm_stays_within_bounds_or_it_does_not(losses, diverged, expected):
    metrics = [Metrics(k, 0.0, 0.0, {"train_loss": loss}, "mine") for k, loss in enumerate(losses)]
    others = [Metrics(0, 0.0, 0.0, {"train_loss": 1e9}, "another")]
    outcome = SimpleNamespace(metrics=metrics + others, about=lambda topic: diverged)
    assert stays_within(outcome, "mine") == expected


def test_the_growth_of_the_gradient_is_autograds():
    """The same weights and inputs in PyTorch's own cell, a step at a time."""
    setting = GradientSetting("lstm", LENGTH, spectral_radius=6.0, forget_bias=2.0, seed=3)
    weights, inputs = setting.weights(), setting.inputs()
    cell = torch.nn.LSTMCell(32, 32, dtype=torch.float64)
    for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"):
        getattr(cell, name).data.copy_(getattr(weights, name))
    state, states = (torch.zeros(8, 32, dtype=torch.float64),) * 2, []
    for token in inputs.unbind(1):
        state = cell(token, state)
        state[0].retain_grad()
        states.append(state[0])
    direction = torch.randn(32, generator=torch.Generator().manual_seed(3), dtype=torch.float64)
    (states[-1] @ (direction / direction.norm())).sum().backward()
    norms = [float(each.grad.norm(dim=1).mean()) for each in states]
    assert gradient_growth(6.0, 2.0, 3) == pytest.approx(np.log10(norms[0] / norms[-1]), abs=1e-6)
