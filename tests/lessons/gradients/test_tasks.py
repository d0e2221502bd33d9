from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seqviz.experiments.clipping.config import ARMS, ClippingExperiment
from seqviz.lessons.gradients.tasks import (
    TOO_LONG,
    Screen,
    clipped_in_vain,
    gate_wide_open,
    relu_explodes,
)
from seqviz.models.inspect.gradients import GradientCurves, GradientSetting
from seqviz.runs.events import Metrics
from seqviz.runs.experiment import to_config
from seqviz.runs.history import History
from seqviz.ui.runs.shown_run import ShownRun


def curve(at_the_first: float, length: int = 21) -> np.ndarray:
    """A gradient of 1 at the end that shrinks or grows evenly to what arrives at the first token."""
    return np.logspace(np.log10(at_the_first), 0, length)


def run(experiment: ClippingExperiment, loss: float, ended: bool = True) -> ShownRun:
    history = History()
    history.add(Metrics(k, k, 0.0, {"train_loss": loss}, arm) for arm in ARMS for k in range(20))
    return ShownRun("r", to_config(experiment), {"ended": True} if ended else {}, history, ())


def screen(first: float, memory: float, clipped: ShownRun | None = None, **setting) -> Screen:
    def curves(hidden: float, cell: float | None = None) -> GradientCurves:
        cell_state = None if cell is None else curve(cell)
        return GradientCurves(hidden_state=curve(hidden), cell_state=cell_state, influence=curve(hidden))

    return Screen(
        GradientSetting("rnn", 21, **setting),
        {"rnn": curves(first), "lstm": curves(1e-6, memory), "gru": curves(1e-6)},
        clipped or run(ClippingExperiment(), 0.1),
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


def test_the_run_must_be_as_long_and_must_have_ended():
    there = screen(1e-6, 1.0, clipped=run(TOO_LONG, 0.1234))
    assert clipped_in_vain(there).is_done
    assert all(f"{arm} 0.123" in clipped_in_vain(there).said for arm in ARMS)
    assert clipped_in_vain(there).said.endswith("Answering the mean has 0.167.")
    live = replace(there, clipped=run(TOO_LONG, 0.1, ended=False))
    assert clipped_in_vain(live).said == "The run has not finished yet."
    short = replace(there, clipped=run(ClippingExperiment(), 0.1))
    assert not clipped_in_vain(short).is_done and "reads 10 tokens" in clipped_in_vain(short).said
