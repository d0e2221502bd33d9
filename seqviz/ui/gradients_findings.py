"""Answers of the Gradients page, measured when they are asked for."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.recurrent.gradients import GradientSetting
from seqviz.recurrent.trace import Cell
from seqviz.ui.gradient_curves_part import measured

FACTOR = 10.0  # that counts as vanished or grown, from end to beginning
LONGEST = 500
CELLS: tuple[Cell, ...] = ("lstm", "gru")


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
        f"On paper, a linear net multiplies by 1.1 to the power 199 = **{1.1**199:.3g}**. Measured, of a gradient of 1 "
        f"at the end there arrives at the first of 200 tokens: **{_ratio('tanh', 1.1):.3g}** with tanh, "
        f"**{_ratio('relu', 1.1):.3g}** with ReLU. tanh multiplies by its slope too, which is below 1 wherever a unit "
        "is not at 0; ReLU passes on only what goes through units above 0."
    )


def where_gates_fade() -> str:
    """Say at which distance the gated cells' gradients have fallen to a thousandth, as PyTorch draws their weights."""
    found = ", ".join(f"{cell.upper()} {_faded_at(cell)}" for cell in CELLS)
    return (
        "They ease it, and it comes back with length. In freshly drawn nets of 32 units the gradient has fallen to a "
        f"thousandth after so many tokens: {found}. A forget bias of 1 moves that of the LSTM's memory to "
        f"{_memory_faded_at(1.0)}, one of 2 to {_memory_faded_at(2.0)}, one of 4 to {_memory_faded_at(4.0)}: further, "
        "at a distance that can still be measured."
    )


def _faded_at(cell: Cell) -> str:
    return _distance(measured(GradientSetting(cell, LONGEST)).hidden_state)


def _memory_faded_at(bias: float) -> str:
    memory = measured(GradientSetting("lstm", LONGEST, forget_bias=bias)).cell_state
    return _distance(memory if memory is not None else np.zeros(1))


def _distance(curve: np.ndarray) -> str:
    back = curve[::-1]
    below = np.flatnonzero(back < back[:3].max() / 1000)
    return f"{int(below[0])}" if below.size else f"more than {len(curve) - 1}"
