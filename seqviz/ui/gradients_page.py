"""The parts of the Gradients page: curves at the beginning, memory learned live, clipping, and the cliff."""

from __future__ import annotations

import functools

import numpy as np
import streamlit as st

from seqviz.figures.gradients import (
    CliffPicture,
    DepthCurve,
    accuracy_against_lag,
    cliff,
    clipping_curves,
    compounding,
    gradient_chart,
)
from seqviz.recurrent.cliff import BIASES, WEIGHTS, measure_cliff
from seqviz.recurrent.gradients import GradientCurves, GradientSetting, measure_gradients
from seqviz.recurrent.trace import Cell
from seqviz.training.clipping import ClippingExperiment
from seqviz.training.recall import RecallExperiment
from seqviz.ui import controls, frame
from seqviz.ui.address import Choice, Flag, Number, Setting
from seqviz.ui.durations import counted
from seqviz.ui.experiment_controls import ExperimentControls
from seqviz.ui.experiment_part import ExperimentPart, ShownRun

CELLS: tuple[Cell, ...] = ("rnn", "lstm", "gru")
LENGTH = Number("length", 1, 500, 100, 1)
SET_RADIUS = Flag("set_radius")
RADIUS = Number("radius", 0.0, 3.0, 1.0, 0.05)
SCALE = Number("scale", 0.0, 5.0, 1.0, 0.1)
ACTIVATION = Choice("activation", ("tanh", "relu"), "tanh")
SET_BIAS = Flag("set_bias")
BIAS = Number("bias", -4.0, 8.0, 1.0, 0.5)
SEED = Number("seed", 0, 9_999, 0, 1)
CURVE_SETTINGS: tuple[Setting, ...] = (LENGTH, SET_RADIUS, RADIUS, SCALE, ACTIVATION, SET_BIAS, BIAS, SEED)
FADED = 1e-3

RECALL = ExperimentPart(
    ExperimentControls(
        RecallExperiment,
        {
            "longest_lag": "Longest lag",
            "num_symbols": "Symbols",
            "hidden_size": "Units",
            "set_forget_bias": "Set the LSTM's forget bias",
            "forget_bias": "to",
            "learning_rate": "Learning rate",
            "clip_norm": "Clip the gradient norm at (0: never)",
            "batch_size": "Batch",
            "num_steps": "Steps, at most",
            "seed": "Seed",
        },
        prefix="recall_",
    ),
    "recall",
)
CLIPPING = ExperimentPart(
    ExperimentControls(
        ClippingExperiment,
        {
            "factor": "The state is multiplied by",
            "activation": "Activation",
            "length": "Length",
            "clip_norm": "Clip the norm at",
            "clip_value": "Clip each value at",
            "learning_rate": "Learning rate",
            "hidden_size": "Units",
            "batch_size": "Batch",
            "num_steps": "Steps",
            "seed": "Seed",
        },
        prefix="clip_",
    ),
    "clipping",
)


def settings() -> tuple[Setting, ...]:
    """Return what the address may hold of the page."""
    return (*CURVE_SETTINGS, *RECALL.controls.settings(), *CLIPPING.controls.settings())


@functools.lru_cache(maxsize=96)
def measured(setting: GradientSetting) -> GradientCurves:
    """Measure once what thirty people may ask for."""
    return measure_gradients(setting)


@st.fragment
def curves_part() -> None:
    """Draw the gradient of freshly drawn nets for the knobs that a person turns."""
    chosen = _knobs()
    found = {cell: measured(_setting(cell, chosen)) for cell in CELLS}
    curves = [DepthCurve(f"{cell.upper()}: |dL/dh|", found[cell].hidden_state, cell) for cell in CELLS]
    memory = found["lstm"].cell_state
    if memory is not None:
        curves.insert(2, DepthCurve("LSTM: |dL/dc|, the conveyor", memory, "lstm", is_memory=True))
    left, right = st.columns([3, 2])
    with left:
        frame.figure(
            gradient_chart(curves, title="How much of the loss's gradient arrives", y_title="gradient norm"),
            key="gradients",
            how_to_read="The loss looks at the last state only (right). To the left, how strongly it depends on "
            "each earlier state: exact, by a real backward pass, the mean over eight random texts. The scale counts in "
            "powers of ten.",
        )
    with right:
        _compounding(chosen)
    st.markdown(_findings({curve.name: curve.values for curve in curves}))
    with st.expander(
        "The other way to ask: how far does a word still move the last state?", icon=":material/straighten:"
    ):
        frame.figure(
            gradient_chart(
                [DepthCurve(cell.upper(), found[cell].influence, cell) for cell in CELLS],
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
        is_set = controls.flag(
            SET_RADIUS, "Set the spectral radius", help="Of each square block of the recurrent weights."
        )
        radius = controls.slider(RADIUS, "Spectral radius")
    with third:
        scale = controls.slider(
            SCALE, "Weight scale", help="What PyTorch's initial weights are multiplied by."
        )
        activation = controls.choice(ACTIVATION, "Activation of the RNN")
    with fourth:
        has_bias = controls.flag(SET_BIAS, "Set the LSTM's forget bias")
        bias = controls.slider(
            BIAS, "Forget-gate bias", help="In one of PyTorch's two biases; the other is 0."
        )
    return GradientSetting(
        "rnn",
        length,
        float(radius) if is_set else None,
        float(scale),
        activation,  # type: ignore[arg-type]
        float(bias) if has_bias else None,
        seed=seed,
    )


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
        f"who wins 3 cents has {1.03**end:.3g}. A linear net does just that with its spectral radius.",
    )


def _findings(curves: dict[str, np.ndarray]) -> str:
    """Say, computed, how far back each curve falls to a thousandth of what it is at the end, or explodes."""
    return "**Measured.** " + " ".join(f"{name}: {_reach(values)}." for name, values in curves.items())


def _reach(values: np.ndarray) -> str:
    back = values[::-1]
    largest = float(back.max())
    if not np.isfinite(largest) or largest > 1e6 * max(back[0], 1e-300):
        return "explodes" + ("" if np.isfinite(largest) else " beyond all numbers")
    top = float(max(back[0], back[: min(3, len(back))].max()))
    below = np.flatnonzero(back < FADED * top)
    if not below.size:
        return f"still more than a thousandth after {len(values) - 1} tokens"
    return f"below a thousandth {counted(int(below[0]), 'token')} back"


def recall_part() -> None:
    """Let the three cells learn to remember, at five lags each, and look at their gradients as they learn."""
    st.subheader("Which cell remembers how long?")
    st.markdown(
        "A symbol, then distractors, then the question: which symbol was it? Fifteen nets, three cells at five lags, "
        "train in turn on fresh sequences."
    )
    RECALL.settings()
    RECALL.show(_draw_recall)


def _draw_recall(run: ShownRun) -> None:
    accuracy: dict[str, dict[int, float]] = {cell: {} for cell in CELLS}
    for arm in run.history.arms:
        cell, lag = arm.split()
        accuracy[cell][int(lag)] = run.history.latest("accuracy", arm) or 0.0
    left, right = st.columns(2)
    with left:
        frame.figure(
            accuracy_against_lag(accuracy, 1 / run.config["num_symbols"]),
            key=f"{run.id}:lags",
            how_to_read="Each point is a net of its own: the share of right answers over its last steps, on sequences "
            "never seen before. Points rise while the nets train; one that answers all rightly stops.",
        )
    with right:
        _gradients_while_training(run)


def _gradients_while_training(run: ShownRun) -> None:
    """One slider from the beginning to the last step: the gradient in the nets that learn."""
    notes = run.about("gradients")
    if not notes:
        return
    lags = sorted({note["lag"] for note in notes})
    steps = sorted({note["step"] for note in notes})
    first, second = st.columns(2)
    with first:
        lag = st.select_slider("Lag", lags, lags[len(lags) // 2], key=f"{run.id}:lag")
    with second:
        step = (
            st.select_slider("After step", steps, steps[-1], key=f"{run.id}:{steps[-1]}:step")
            if len(steps) > 1
            else 0
        )
    curves = []
    for cell in CELLS:
        known = [n for n in notes if (n["cell"], n["lag"]) == (cell, lag) and n["step"] <= step]
        if known:
            curves.append(
                DepthCurve(
                    f"{cell.upper()} after {known[-1]['step']} steps", _array(known[-1]["hidden_state"]), cell
                )
            )
            if "cell_state" in known[-1]:
                curves.append(
                    DepthCurve("LSTM: |dL/dc|", _array(known[-1]["cell_state"]), cell, is_memory=True)
                )
    frame.figure(
        gradient_chart(curves, title=f"The gradient in these nets, lag {lag}", y_title="gradient norm"),
        key=f"{run.id}:moment",
        how_to_read="The symbol to remember stands at the far left. A net can only learn to keep it if some gradient "
        "reaches it. Move the slider from the beginning to the end of training.",
    )


def _array(values: list[float | None]) -> np.ndarray:
    return np.array([np.inf if value is None else value for value in values])


def clipping_part() -> None:
    """Show three runs from one seed that differ in clipping alone, and the cliff that it is for."""
    st.subheader("Clipping: the same run three times")
    st.markdown(
        "A plain net with ReLU learns to add two marked numbers. Same seed, same batches; one run is not clipped, "
        "one by the gradient's norm, one value by value."
    )
    CLIPPING.settings()
    CLIPPING.show(_draw_clipping)
    _cliff()


def _draw_clipping(run: ShownRun) -> None:
    for note in run.about("diverged"):
        factor, length = run.config["factor"], run.config["length"]
        st.warning(
            f"{note['message']} Each token multiplies the state by about {factor:g} at the beginning, so over "
            f"{length} tokens by {factor**length:.3g}; a step that large throws the weights so far that the next "
            "gradient cannot be written as a number. The run was stopped; the clipped ones went on.",
            icon=":material/trending_up:",
        )
    columns = st.columns(2)
    for place, (metric, title) in zip(
        columns, (("gradient_norm", "Gradient norm, before clipping"), ("train_loss", "Loss")), strict=True
    ):
        series = {arm: run.history.series(metric, arm) for arm in run.history.arms}
        with place:
            frame.figure(
                clipping_curves(
                    {arm: (one.steps, one.values) for arm, one in series.items()},
                    title=title,
                    y_title="norm" if metric == "gradient_norm" else "squared error",
                ),
                key=f"{run.id}:{metric}",
                how_to_read="The largest of a few steps; one unit up is a factor of ten."
                if metric == "gradient_norm"
                else "Around 0.17 the net has only learned the mean sum; below it, it remembers.",
            )


@functools.lru_cache(maxsize=8)
def _measured_cliff() -> CliffPicture:
    found = measure_cliff(learning_rate=1.0, clip_norm=0.5)
    return CliffPicture(WEIGHTS, BIASES, found.loss, found.start, found.unclipped, found.clipped)


def _cliff() -> None:
    picture = _measured_cliff()
    jump = float(np.hypot(picture.unclipped[0] - picture.start[0], picture.unclipped[1] - picture.start[1]))
    with st.expander(
        "Why it explodes: the cliff in the loss of the smallest net", icon=":material/landscape:"
    ):
        frame.figure(
            cliff(picture),
            key="cliff",
            how_to_read="One unit, h = σ(w·h₋₁ + b), fifty steps, target 0.7. Two plains meet in a wall where the "
            f"memory changes sides. From the wall, a step of learning rate 1 goes **{jump:,.1f}** far without clipping "
            "(out of the picture), and 0.5 with its norm clipped at 0.5.",
        )
