"""What to try with gradients on their way back, and by what it is seen that it was done."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seqviz.lessons.gradients import curves
from seqviz.lessons.gradients.reach import reach
from seqviz.models.cells.registry import Cell
from seqviz.models.inspect.gradients import GradientCurves, GradientSetting
from seqviz.text.numbers_written import with_minus
from seqviz.ui.durations import counted
from seqviz.ui.frame.task import Result, Task, done, missing

WIDE_OPEN = 4.0  # a forget bias: its gate begins at 0.98
LARGE = 2.0  # a spectral radius
FAR = 100  # tokens


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        setting: what the knobs are set to, with the plain cell.
        curves: of every cell, so set.
    """

    setting: GradientSetting
    curves: dict[Cell, GradientCurves]


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    chosen = curves.on_screen()
    return Screen(chosen, curves.curves_of_cells(chosen))


def gate_wide_open(screen: Screen) -> Result:
    """Check that the LSTM's forget gate begins wide open; say how far each gradient reaches."""
    bias, lstm = screen.setting.forget_bias, screen.curves["lstm"]
    if lstm.cell_state is None:
        raise ValueError("an LSTM without a cell state has been measured")
    plain = f"The plain net's gradient {_becomes(screen.curves['rnn'].hidden_state)}"
    hidden = f"the LSTM's |dL/dh| {_becomes(lstm.hidden_state)}"
    if bias is None or bias < WIDE_OPEN:
        now = "as PyTorch draws it" if bias is None else with_minus(bias, "g")
        return missing(f"{plain}; with a forget bias {now}, {hidden}. Set the bias to {WIDE_OPEN:g}.")
    memory = f"and its |dL/dc| {_becomes(lstm.cell_state)}"
    return done(f"{plain}; with a forget bias of {with_minus(bias, 'g')}, {hidden}, {memory}.")


def _becomes(curve: np.ndarray) -> str:
    found = reach(curve)
    if found.rises:
        times = f"{found.risen:.3g} times" if np.isfinite(found.risen) else "more than any number times"
        return f"rises to {times} what it is at the end"
    if found.faded is None:
        return f"is still more than a thousandth after {counted(len(curve) - 1, 'token')}"
    return f"falls to a thousandth within {counted(found.faded, 'token')}"


def relu_explodes(screen: Screen) -> Result:
    """Check that a ReLU net with a large spectral radius is on the screen, and that its gradient grows."""
    setting, curve = screen.setting, screen.curves["rnn"].hidden_state
    arrives = f"of a gradient of 1 at the end, {curve[0] / curve[-1]:.3g} arrives at the first token"
    radius = setting.spectral_radius
    if radius is None or radius < LARGE or setting.activation != "relu":
        now = "as it is drawn" if radius is None else f"of {radius:g}"
        return missing(
            f"With {_NAMES[setting.activation]} and a spectral radius {now}, {arrives}. Set ReLU and a radius of "
            f"{LARGE:g}."
        )
    if not reach(curve).rises:
        return missing(
            f"With ReLU and a radius of {radius:g}, {arrives}: it does not grow. Let it read more tokens."
        )
    return done(f"With ReLU and a spectral radius of {radius:g}, {arrives}.")


_NAMES = {"tanh": "tanh", "relu": "ReLU"}


def neither_fades_nor_grows(screen: Screen) -> Result:
    """Check that a ReLU net's radius is found with which the gradient stays within a factor of ten, far back."""
    setting, curve = screen.setting, screen.curves["rnn"].hidden_state
    if setting.activation != "relu" or setting.spectral_radius is None:
        return missing("Set ReLU, and the spectral radius.")
    if len(curve) < FAR:
        return missing(f"The net reads {counted(len(curve), 'token')}: let it read {FAR}.")
    arrives = curve[0] / curve[-1]
    said = f"With a radius of {setting.spectral_radius:g}, {arrives:.3g} of a gradient of 1 arrives at the first token"
    if not 0.1 <= arrives <= 10:
        return missing(f"{said}: {'less than a tenth' if arrives < 0.1 else 'more than ten times'}.")
    return done(f"{said}. So narrow is the path between vanishing and exploding.")


TASKS = (
    Task(
        "Here the LSTM's forget bias is as PyTorch draws it: how much further than the plain net does it reach? Then "
        f"set the bias to {WIDE_OPEN:g}, and read where its two curves go.",
        {"set_bias": False, "bias": 1.0, "length": 200, "set_radius": False, "scale": 1.0},
        gate_wide_open,
    ),
    Task(
        "The spectral radius is 1.1. Does the gradient explode, as it would in a linear net? Take ReLU in place of "
        f"tanh, then a radius of {LARGE:g}.",
        {"set_radius": True, "radius": 1.1, "activation": "tanh", "length": 200, "scale": 1.0},
        relu_explodes,
    ),
    Task(
        f"A ReLU net reads {FAR} tokens. Find a spectral radius with which between a tenth and ten times of the "
        "gradient arrives at the first token.",
        {"set_radius": True, "radius": 1.1, "activation": "relu", "length": FAR, "scale": 1.0},
        neither_fades_nor_grows,
    ),
)
