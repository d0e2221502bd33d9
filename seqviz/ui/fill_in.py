"""Nets that fill in a missing word from the left, from the right, or from both sides: trained, and ready to use."""

from __future__ import annotations

import streamlit as st

from seqviz.corpora.stories import COUNTRIES
from seqviz.experiments.fill_in.config import FillInExperiment
from seqviz.experiments.fill_in.trained import FillInReader
from seqviz.figures.directions import paired_accuracy
from seqviz.ui import frame
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.experiment_section import ExperimentSection
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import BUNDLED, trained


def fill_in_reader(run_id: str) -> FillInReader:
    """Return the fill-in nets of a run, or the bundled ones."""
    found: FillInReader = trained("fill-in", run_id, FILL_IN.bundled)
    return found


def _draw_accuracy(run: ShownRun) -> None:
    sides = run.history.arms
    if not sides:
        return
    kinds = {"the language, settled by the country before it": "country_accuracy"}
    kinds["the place, settled by the ending after it"] = "place_accuracy"
    values = {
        title: {side: run.history.latest(name, side) or 0.0 for side in sides}
        for title, name in kinds.items()
    }
    with st.expander("How well the three nets do on stories set aside", expanded=run.id != BUNDLED):
        frame.figure(
            paired_accuracy(values, title="Filled in correctly"),
            key=f"{run.id}:filled",
            how_to_read=f"Guessing among {len(COUNTRIES)} reaches {1 / len(COUNTRIES):.3f}. A side alone can do "
            "better only where the settling word stands on its side.",
        )


FILL_IN = ExperimentSection(
    controls=ExperimentControls(
        FillInExperiment,
        {
            "cell": "Cell",
            "embedding_dim": "Numbers in a word vector",
            "forget_bias": "The LSTM's forget bias",
            "most_fillers": "Filler phrases, at most",
            "learning_rate": "Learning rate",
            "clip_norm": "Clip the gradient norm at (0: never)",
            "batch_size": "Batch, stories",
            "num_steps": "Steps",
            "seed": "Seed",
        },
        most_layers=3,
        prefix="fill_",
    ),
    bundled="stories",
    draw=_draw_accuracy,
)
