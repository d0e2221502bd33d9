"""Three runs from one seed that differ in clipping alone, and the cliff that clipping is for."""

from __future__ import annotations

import functools

import numpy as np
import streamlit as st

from seqviz.figures.cliff import CliffPicture, cliff
from seqviz.figures.gradients import clipping_curves
from seqviz.recurrent.cliff import BIASES, WEIGHTS, measure_cliff
from seqviz.training.clipping import ClippingExperiment
from seqviz.ui import frame
from seqviz.ui.experiment_controls import ExperimentControls
from seqviz.ui.experiment_part import ExperimentPart, ShownRun

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
            "gradient cannot be written as a number. This run was stopped; the others do not notice.",
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
