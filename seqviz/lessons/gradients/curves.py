"""The gradient curves of freshly drawn nets, for the knobs that a person turns."""

from __future__ import annotations

import functools

import numpy as np
import streamlit as st
import torch

from seqviz.figures.gradients import DepthCurve, compounding, gradient_chart
from seqviz.lessons.gradients.reach import findings, gates_against_none
from seqviz.models.cells.registry import CELLS, Cell
from seqviz.models.initial import spectral_radii
from seqviz.models.inspect.gradients import GradientCurves, GradientSetting, measure_gradients
from seqviz.ui import controls, frame
from seqviz.ui.state.address import Choice, Flag, Number, Setting
from seqviz.ui.state.page_state import usable

LENGTH = Number("length", 1, 500, 100, 1)
SET_RADIUS = Flag("set_radius")
RADIUS = Number("radius", 0.0, 3.0, 1.0, 0.05)
SCALE = Number("scale", 0.0, 5.0, 1.0, 0.1)
ACTIVATION = Choice("activation", ("tanh", "relu"), "tanh")
SET_BIAS = Flag("set_bias", True)
BIAS = Number("bias", -4.0, 8.0, 1.0, 0.5)
SEED = Number("seed", 0, 9_999, 0, 1)
SETTINGS: tuple[Setting, ...] = (LENGTH, SET_RADIUS, RADIUS, SCALE, ACTIVATION, SET_BIAS, BIAS, SEED)


@functools.lru_cache(maxsize=96)
def measured(setting: GradientSetting) -> GradientCurves:
    """Measure once what thirty people may ask for."""
    return measure_gradients(setting)


def opening_curves() -> dict[Cell, np.ndarray]:
    """Return what the page draws before a knob is turned: cell -> |dL/dh|, the first token first, (length,)."""
    bias = float(BIAS.default) if SET_BIAS.default else None
    start = GradientSetting(
        "rnn", LENGTH.default, None, float(SCALE.default), forget_bias=bias, seed=SEED.default
    )
    return {cell: measured(_setting(cell, start)).hidden_state for cell in CELLS}


@st.fragment
def curves_part() -> None:
    """Draw the gradient of freshly drawn nets for the knobs that a person turns."""
    chosen = _knobs()
    if chosen.spectral_radius is not None and not chosen.weight_scale:
        st.caption("A weight scale of 0 leaves no weights whose spectral radius could be set.")
    found = curves_of_cells(chosen)
    curves = [curve for place, cell in enumerate(CELLS) for curve in _curves_of(cell, found[cell], place)]
    _draw_curves(curves, chosen)
    st.markdown(findings({curve.name: curve.values for curve in curves}))
    st.markdown(gates_against_none({cell: curves.hidden_state for cell, curves in found.items()}))
    _influence(found)


def on_screen() -> GradientSetting:
    """Return what the knobs are set to, with the plain cell."""
    return GradientSetting(
        "rnn",
        usable(LENGTH),
        float(usable(RADIUS)) if usable(SET_RADIUS) else None,
        float(usable(SCALE)),
        usable(ACTIVATION),
        float(usable(BIAS)) if usable(SET_BIAS) else None,
        seed=usable(SEED),
    )


def curves_of_cells(chosen: GradientSetting) -> dict[Cell, GradientCurves]:
    """Return the curves of every cell for what the knobs are set to."""
    return {cell: measured(_setting(cell, chosen)) for cell in CELLS}


def _curves_of(cell: Cell, found: GradientCurves, place: int) -> list[DepthCurve]:
    curves = [DepthCurve(f"{cell.upper()}: |dL/dh|", found.hidden_state, place)]
    if found.cell_state is not None:
        name = f"{cell.upper()}: |dL/dc|, the conveyor"
        curves.append(DepthCurve(name, found.cell_state, place, is_memory=True))
    return curves


def _draw_curves(curves: list[DepthCurve], chosen: GradientSetting) -> None:
    left, right = st.columns([3, 2])
    with left:
        frame.figure(
            gradient_chart(curves, title="How much of the loss's gradient arrives", y_title="gradient norm"),
            key="gradients",
            how_to_read="The loss looks at the last state only (right). To the left, how strongly it depends on "
            "each earlier state: exact, by a real backward pass, the mean over eight random texts. On this scale "
            "equal distances are equal factors.",
        )
    with right:
        _compounding(chosen)


def _influence(found: dict[Cell, GradientCurves]) -> None:
    with st.expander(
        "The other way to ask: how far does a word still move the last state?", icon=":material/straighten:"
    ):
        frame.figure(
            gradient_chart(
                [DepthCurve(cell.upper(), found[cell].influence, place) for place, cell in enumerate(CELLS)],
                title="Influence of each token on the last state",
                y_title="|dh_T / dx_t| (Frobenius norm)",
            ),
            key="influence",
            how_to_read="The norm of the whole Jacobian, for the first of the texts. The further back a word, the "
            "weaker, usually: compare the curves, and see where they rise.",
        )


def _knobs() -> GradientSetting:
    first, second, third, fourth = st.columns(4)
    with first:
        length = controls.slider(LENGTH, "Length, tokens")
        seed = controls.number(SEED, "Seed")
    with second:
        radius = _spectral_radius()
    with third:
        scale = controls.slider(
            SCALE, "Weight scale", help="What PyTorch's initial weights are multiplied by."
        )
        activation = controls.choice(ACTIVATION, "Activation of the RNN")
    with fourth:
        bias = _forget_bias()
    return GradientSetting("rnn", length, radius, float(scale), activation, bias, seed=seed)  # type: ignore[arg-type]


def _spectral_radius() -> float | None:
    is_set = controls.flag(
        SET_RADIUS, "Set the radius", help="Of each square block of the recurrent weights."
    )
    radius = controls.slider(RADIUS, "Spectral radius", disabled=not is_set)
    return float(radius) if is_set else None


def _forget_bias() -> float | None:
    is_set = controls.flag(SET_BIAS, "Set forget bias", help="Of the LSTM; off, it is as PyTorch draws it.")
    bias = controls.slider(
        BIAS,
        "Forget bias",
        help="In one of PyTorch's two biases; the other is 0. 1 is what Keras begins with; PyTorch itself draws "
        "both near 0.",
        disabled=not is_set,
    )
    return float(bias) if is_set else None


def _setting(cell: Cell, chosen: GradientSetting) -> GradientSetting:
    return GradientSetting(
        cell,
        chosen.length,
        chosen.spectral_radius if chosen.weight_scale else None,
        chosen.weight_scale,
        chosen.activation,
        chosen.forget_bias,
        seed=chosen.seed,
    )


def _compounding(chosen: GradientSetting) -> None:
    rates = {"0.97 per step": 0.97, "1.03 per step": 1.03}
    if chosen.spectral_radius is not None:
        rates[f"the radius, {chosen.spectral_radius:g} per step"] = chosen.spectral_radius
    end = chosen.length
    frame.figure(
        compounding(rates, end),
        key="compounding",
        how_to_read=f"A gambler who loses 3 cents of every dollar keeps {0.97**end:.3g} of it after {end} rounds; one "
        f"who wins 3 cents has {1.03**end:.3g}. {_linear_net(chosen)}",
    )


def _linear_net(chosen: GradientSetting) -> str:
    """Say what a linear net with these recurrent weights does: its radius in the long run, its norm in one step."""
    weights = _setting("rnn", chosen).weights()
    radius = spectral_radii("rnn", weights)["hidden_state"]
    once = float(torch.linalg.matrix_norm(weights.weight_hh, 2))
    return (
        "A linear net comes to that in the long run, with its spectral radius as the rate. At first it may do "
        f"otherwise: the plain net's weights here have a radius of {radius:.3g}, and one step multiplies some gradient "
        f"by {once:.3g}."
    )
