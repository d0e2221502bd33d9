"""Each reading against numbers found another way."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import torch

from seqviz.claims.outcome import NoValue, result_value
from seqviz.claims.readings.accuracy import accuracy, seconds_to, steps_to_share
from seqviz.claims.readings.explosion import LENGTH, gradient_growth, stays_within
from seqviz.claims.readings.parameters import gru_over_lstm
from seqviz.claims.readings.speed import words_a_second
from seqviz.models.inspect.gradients import GradientSetting
from seqviz.runs.events import Metrics


def measured(*points):
    return [
        Metrics(step, 0.0, 0.0, {"validation_accuracy": value}, processor_seconds=seconds)
        for step, seconds, value in points
    ]


CURVE = SimpleNamespace(
    metrics=[
        *measured((0, 0.0, 0.5), (10, 1.0, 0.6)),
        Metrics(15, 0.0, 0.0, {"train_loss": 0.1}),
        *measured((20, 2.0, 0.75), (30, 3.0, 0.8)),
    ]
)


def test_the_test_part_is_read_where_there_is_one():
    assert accuracy(SimpleNamespace(result={"accuracy": 0.7, "test_accuracy": 0.6})) == 0.6
    assert accuracy(SimpleNamespace(result={"accuracy": 0.7})) == 0.7


def test_the_first_step_at_90_percent_of_the_end_is_found():
    assert steps_to_share(CURVE, 0.9) == 20  # 0.9 * 0.8 = 0.72
    assert steps_to_share(CURVE, 0.5) == 0


def test_the_seconds_to_a_level_are_those_of_the_first_measurement_there():
    assert seconds_to(CURVE, 0.7) == 2.0
    with pytest.raises(NoValue):
        seconds_to(CURVE, 0.9)


def test_a_number_of_the_result_is_found_by_its_names():
    outcome = SimpleNamespace(result={"arms": {"gru 5": {"accuracy": 0.5}}})
    assert result_value(outcome, ("arms", "gru 5", "accuracy")) == 0.5
    with pytest.raises(NoValue, match="diverged"):
        result_value(outcome, ("arms", "gru 5", "loss"))


@pytest.mark.parametrize(
    ("losses", "diverged", "expected"),
    [([1.0, 900.0, 0.1], [], 1.0), ([1.0, 2e3, 0.1], [], 0.0), ([1.0], [{"arm": "mine"}], 0.0)],
)
def test_an_arm_stays_within_bounds_or_it_does_not(losses, diverged, expected):
    metrics = [Metrics(k, 0.0, 0.0, {"train_loss": loss}, "mine") for k, loss in enumerate(losses)]
    others = [Metrics(0, 0.0, 0.0, {"train_loss": 1e9}, "another")]
    outcome = SimpleNamespace(metrics=metrics + others, about=lambda topic: diverged)
    assert stays_within(outcome, "mine") == expected


@pytest.mark.parametrize("units", [8, 512])
def test_parameters_are_pytorchs_own_and_keras_formula(units):
    gru, lstm = (
        sum(p.numel() for p in layer(units, units).parameters()) for layer in (torch.nn.GRU, torch.nn.LSTM)
    )
    assert gru_over_lstm("pytorch", units) == gru / lstm == 0.75
    keras_gru = 3 * (units * units + units * units + 2 * units)  # reset_after=True: two biases
    keras_lstm = 4 * (units * units + units * units + units)
    assert gru_over_lstm("keras", units) == keras_gru / keras_lstm > 0.75


def test_words_a_second_counts_every_epoch():
    outcome = SimpleNamespace(result={"positions": 1_000, "processor_seconds": 2.0}, config={"num_epochs": 4})
    assert words_a_second(outcome) == 2_000


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
