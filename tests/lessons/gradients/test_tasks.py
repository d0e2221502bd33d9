from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seqviz.lessons.gradients.tasks import (
    Screen,
    gate_wide_open,
    neither_fades_nor_grows,
    relu_explodes,
)
from seqviz.models.inspect.gradients import GradientCurves, GradientSetting


def curve(at_the_first: float, length: int = 21) -> np.ndarray:
    """A gradient of 1 at the end that shrinks or grows evenly to what arrives at the first token."""
    return np.logspace(np.log10(at_the_first), 0, length)


def screen(first: float, memory: float, **setting) -> Screen:
    def curves(hidden: float, cell: float | None = None) -> GradientCurves:
        cell_state = None if cell is None else curve(cell)
        return GradientCurves(hidden_state=curve(hidden), cell_state=cell_state, influence=curve(hidden))

    return Screen(
        GradientSetting("rnn", 21, **setting),
        {"rnn": curves(first), "lstm": curves(1e-6, memory), "gru": curves(1e-6)},
    )


@pytest.mark.parametrize(
    ("bias", "now"), [(None, "bias as PyTorch draws it"), (1.0, "bias 1"), (-2.0, "bias −2")]
)
def test_a_gate_that_is_not_wide_open_is_told_with_what_it_reaches(bias, now):
    result = gate_wide_open(screen(1e-6, 1e-2, forget_bias=bias))
    assert not result.is_done
    assert (
        now in result.said
        and "The plain net's gradient falls to a thousandth within 11 tokens" in result.said
    )


@pytest.mark.parametrize(
    ("memory", "said"),
    [
        (1e-2, "|dL/dc| is still more than a thousandth after 20 tokens."),
        (8.0, "|dL/dc| rises to 6.5 times what it is at the end."),
        (1e-6, "|dL/dc| falls to a thousandth within 11 tokens."),
    ],
)
def test_with_the_gate_wide_open_it_is_said_what_becomes_of_the_memorys_gradient(memory, said):
    result = gate_wide_open(screen(1e-6, memory, forget_bias=4.0))
    assert result.is_done and result.said.endswith(said)


def test_only_relu_with_a_large_radius_is_the_task_and_its_gradient_must_grow():
    there = screen(1e9, 1.0, spectral_radius=2.0, activation="relu")
    assert relu_explodes(there).is_done and "1e+09 arrives at the first token" in relu_explodes(there).said
    for other in ({"activation": "tanh"}, {"spectral_radius": 1.1}, {"spectral_radius": None}):
        result = relu_explodes(replace(there, setting=replace(there.setting, **other)))
        assert not result.is_done and "Set ReLU and a radius of 2" in result.said
    faded = screen(1e-3, 1.0, spectral_radius=2.0, activation="relu")
    assert not relu_explodes(faded).is_done and "does not grow" in relu_explodes(faded).said


@pytest.mark.parametrize(
    ("first", "setting", "lacking"),
    [
        (1.0, {"activation": "tanh", "spectral_radius": 1.2}, "Set ReLU"),
        (1.0, {"activation": "relu"}, "and the spectral radius"),
        (1.0, {"activation": "relu", "spectral_radius": 1.2, "length": 21}, "let it read 100"),
        (0.05, {"activation": "relu", "spectral_radius": 1.2}, "less than a tenth"),
        (30.0, {"activation": "relu", "spectral_radius": 1.2}, "more than ten times"),
        (2.0, {"activation": "relu", "spectral_radius": 1.2}, None),
    ],
)
def test_the_narrow_path_is_measured(first, setting, lacking):
    length = setting.pop("length", 100)
    there = screen(1.0, 1.0, **setting)
    hidden = curve(first, length)
    there.curves["rnn"] = GradientCurves(hidden_state=hidden, cell_state=None, influence=hidden)
    result = neither_fades_nor_grows(there)
    assert result.is_done is (lacking is None)
    assert (lacking or f"{first:.3g} of a gradient of 1") in result.said
