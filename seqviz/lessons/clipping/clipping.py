"""Three runs from one seed that differ in clipping alone, and the cliff that clipping is for."""

from __future__ import annotations

import functools

import numpy as np
import streamlit as st

from seqviz.experiments.clipping.config import ARMS, ClippingExperiment
from seqviz.experiments.clipping.learned import MEAN_LOSS
from seqviz.figures.cliff import CliffPicture, cliff
from seqviz.figures.gradients import clipping_curves
from seqviz.lessons.clipping.clipping_findings import what_was_learned
from seqviz.models.cliff import BIASES, WEIGHTS, measure_cliff
from seqviz.runs.experiment import from_config
from seqviz.runs.history import History, Series
from seqviz.ui import frame
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.experiment_section import ExperimentSection
from seqviz.ui.runs.shown_run import ShownRun

CLIPPED = ARMS[1]
BLOWN_UP = 1e3  # a squared error; the sums asked for lie between 0 and 2


def clipping_part() -> None:
    """Show three runs from one seed that differ in clipping alone, and the cliff that it is for."""
    st.subheader("Clipping: the same run three times")
    st.markdown(
        "A plain net with ReLU learns to add two marked numbers. Same seed, same batches; one run is not clipped, "
        "one by the gradient's norm, one value by value."
    )
    CLIPPING.settings()
    CLIPPING.results()
    _cliff()


def _draw_clipping(run: ShownRun) -> None:
    diverged = {note["arm"]: note["message"] for note in run.about("diverged")}
    for arm in run.history.arms:
        said = diverged.get(arm) or blown_up(run.history, arm, run.config["learning_rate"])
        if said:
            st.warning(f"{said[0].upper()}{said[1:]} {_why(run)}", icon=":material/trending_up:")
    left, right = st.columns(2)
    with left:
        _norms(run)
    with right:
        _losses(run)
    st.markdown(what_was_learned(from_config(ClippingExperiment, run.config), run.history))


def _norms(run: ShownRun) -> None:
    frame.figure(
        clipping_curves(
            _points(run, "gradient_norm"), title="Gradient norm, before clipping", y_title="norm"
        ),
        key=f"{run.id}:gradient_norm",
        how_to_read="The largest of a few steps. On this scale equal distances are equal factors.",
    )


def _losses(run: ShownRun) -> None:
    curves = clipping_curves(
        _points(run, "train_loss"),
        title="Loss",
        y_title="squared error",
        level=("answering the mean", MEAN_LOSS),
    )
    frame.figure(
        curves,
        key=f"{run.id}:train_loss",
        how_to_read="The dotted line is the loss of answering the mean sum to everything; below it, the net "
        "remembers what it read.",
    )


def _points(run: ShownRun, metric: str) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    series = {arm: run.history.series(metric, arm) for arm in run.history.arms}
    return {arm: (one.steps, one.values) for arm, one in series.items()}


def blown_up(history: History, arm: str, learning_rate: float) -> str | None:
    """Say how a run exploded though its numbers stayed finite; None if its loss never left all bounds.

    Args:
        history: of the run.
        arm: which of its nets.
        learning_rate: of plain gradient descent, which tells what the output's bias can do alone.
    """
    loss, norm = history.series("train_loss", arm), history.series("gradient_norm", arm)
    if not loss.values.size or loss.values.max() < BLOWN_UP:
        return None
    said = (
        f"{arm}: it exploded. Its gradient norm rose to {norm.values.max():.2g} and its loss to "
        f"{loss.values.max():.2g} within the first {loss.steps[loss.values.argmax()]:.0f} steps."
    )
    kept = _kept_in_last_half(loss)
    if (
        kept is not None
        and 0 < learning_rate < 0.5
        and np.allclose(kept, (1 - 2 * learning_rate) ** 2, rtol=1e-3)
    ):
        said += (
            f" Over the last half of its steps the loss shrinks by {1 - kept.mean():.2%} a step, which is what the "
            "output's bias does by itself: the units no longer answer."
        )
    return said


def _kept_in_last_half(loss: Series) -> np.ndarray | None:
    """Return what share of its loss a run keeps at a step, over the last half of its steps; None of too few points.

    A bias that alone learns comes nearer by 2 · learning rate of its distance a step: of the squared error, the square
    of what is left of the distance is kept.

    Returns:
        (num_points - 1,), from each point of the half to the next.
    """
    late = loss.steps >= loss.steps[-1] / 2
    if late.sum() < 2:
        return None
    return np.exp(np.diff(np.log(loss.values[late])) / np.diff(loss.steps[late]))


def _why(run: ShownRun) -> str:
    rate, length = run.config["learning_rate"], run.config["length"]
    first = run.history.series("gradient_norm", CLIPPED).values
    if not first.size:
        return ""
    return (
        f"Why: the first gradients, which the clipped runs share, have a norm of {first[0]:.3g}. A step of {rate:g} "
        f"times that moves the weights by {rate * first[0]:.2g} in all, and what they then multiply the state by is "
        f"taken to the power of {length} tokens. Clipping makes that first step short."
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


CLIPPING = ExperimentSection(
    controls=ExperimentControls(
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
    bundled="clipping",
    draw=_draw_clipping,
)
