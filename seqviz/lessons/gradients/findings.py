"""Answers of the Gradients page, measured when they are asked for."""

from __future__ import annotations

import streamlit as st

from seqviz.lessons.gradients.curves import measured
from seqviz.lessons.gradients.reach import Reach, reach
from seqviz.models.cells.registry import CELLS, Cell
from seqviz.models.inspect.gradients import GradientSetting

FACTOR = 10.0  # that counts as vanished or grown, from end to beginning
LONGEST = 500
BIASES = (1.0, 2.0, 4.0)
RADII = (1.1, 1.3)  # of a ReLU net whose gradient vanishes, and of one whose gradient explodes


def _ratio(activation: str, radius: float) -> float:
    """Return |dL/dh| 200 tokens back, as a share of what it is at the end."""
    curve = measured(GradientSetting("rnn", 200, radius, activation=activation)).hidden_state  # type: ignore[arg-type]
    return float(curve[0] / curve[-1])


def radius_answer() -> str:
    """Return what the gradient of a tanh net with a spectral radius of 1.1 does over 200 tokens."""
    ratio = _ratio("tanh", 1.1)
    if ratio < 1 / FACTOR:
        return "it vanishes all the same"
    return "it grows by 1.1 a token" if ratio > FACTOR else "it stays as it is"


def reveal_radius() -> None:
    """Show what 200 tokens do to the gradient at a radius of 1.1, in two nets and on paper."""
    st.markdown(
        f"On paper, a linear net comes to 1.1 to the power 199 = **{1.1**199:.3g}** (up to a factor: in the long run "
        "only the radius counts). Measured, of a gradient of 1 "
        f"at the end there arrives at the first of 200 tokens: **{_ratio('tanh', 1.1):.3g}** with tanh, "
        f"**{_ratio('relu', 1.1):.3g}** with ReLU. tanh multiplies by its slope too, which is below 1 wherever a unit "
        "is not at 0; ReLU passes on only what goes through units above 0."
    )


def what_explodes() -> str:
    """Say that a gradient explodes or vanishes by the weights, on texts that hold no information at all."""
    small, large = (_ratio("relu", radius) for radius in RADII)
    return (
        "What grows is a product: on its way back the gradient is multiplied once for each token, by the recurrent "
        "weights and the slope of the activation. What the text says has no part in it. The nets measured here are "
        "untrained and read random numbers; of a gradient of 1 at the end, 200 tokens back a ReLU net has "
        f"**{small:.2g}** at a spectral radius of {RADII[0]:g} and **{large:.2g}** at {RADII[1]:g}, on the same input."
    )


def where_gates_fade() -> str:
    """Say at which distance each cell's gradient has fallen to a thousandth, and what a forget bias changes."""
    found = ", ".join(f"{cell.upper()} {_distance(_of(cell))}" for cell in CELLS)
    moved = "; ".join(f"{bias:g}: {_memory_with(bias)}" for bias in BIASES)
    return (
        "They ease it, given the right start. In freshly drawn nets of 32 units, as PyTorch draws them, the gradient "
        f"has fallen to a thousandth after so many tokens: {found}. The LSTM's memory |dL/dc|, with a forget bias of "
        f"{moved}. Where it does not fade, it may grow: then clipping is needed again."
    )


def _of(cell: Cell) -> Reach:
    return reach(measured(GradientSetting(cell, LONGEST)).hidden_state)


def _memory_with(bias: float) -> str:
    memory = measured(GradientSetting("lstm", LONGEST, forget_bias=bias)).cell_state
    if memory is None:
        raise ValueError("an LSTM without a cell state has been measured")
    found = reach(memory)
    if found.rises:
        return f"it *rises*, to {found.risen:.0f} times what it is near the end, {found.peak} tokens back"
    return f"after {_distance(found)} tokens"


def _distance(found: Reach) -> str:
    return f"more than {LONGEST - 1}" if found.faded is None else str(found.faded)
