"""Why a net that reads from both ends must not predict the next word."""

from __future__ import annotations

import streamlit as st

from seqviz.experiments.next_word.config import ARMS, NextWordExperiment
from seqviz.figures.directions import paired_accuracy
from seqviz.ui import frame
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.experiment_section import ExperimentSection
from seqviz.ui.runs.shown_run import ShownRun


def next_word_part() -> None:
    """Show why a net that reads from both ends must not predict the next word."""
    st.subheader("Why it must not predict the next word")
    st.markdown("Both nets learn to name, at each word of a story, the word after it.")
    NEXT_WORD.settings()
    NEXT_WORD.results()


def _draw_cheat(run: ShownRun) -> None:
    if not run.history.arms:
        return
    values = reached(run)
    frame.figure(
        paired_accuracy(values, title="Naming the next word"),
        key=f"{run.id}:cheat",
        how_to_read="The share of next words predicted correctly, on stories set aside. In training and in the left "
        "bars the whole story is given; in the right ones it ends at the word asked about, as when a net writes.",
    )
    st.markdown(verdict(values))


def reached(run: ShownRun) -> dict[str, dict[str, float]]:
    """Return what each net of a run reaches: with the answer in sight, and without it -> net -> share."""
    conditions = {"the whole story in sight": "accuracy_whole", "the story ends here": "accuracy_so_far"}
    return {
        title: {arm: run.history.latest(metric, arm) or 0.0 for arm in run.history.arms}
        for title, metric in conditions.items()
    }


def verdict(values: dict[str, dict[str, float]]) -> str:
    """Say what each net reaches with the answer in sight and without it: condition -> net -> share."""
    whole, so_far = values.values()
    forward, both = ARMS
    if both not in so_far:
        return ""
    fair = so_far[both] - so_far[forward]
    than = "above" if fair > 0 else "below" if fair < 0 else "the same as"
    return (
        f"The net with both directions reaches {whole[both]:.3f} while the answer stands in the text that it reads "
        f"from the end, and {so_far[both]:.3f} once there is nothing left to copy: {than} the {so_far[forward]:.3f} of "
        "the net that only reads forward, to which the story's end makes no difference."
    )


NEXT_WORD = ExperimentSection(
    controls=ExperimentControls(
        NextWordExperiment,
        {
            "cell": "Cell",
            "hidden_size": "Units",
            "embedding_dim": "Numbers in a word vector",
            "learning_rate": "Learning rate",
            "clip_norm": "Clip the gradient norm at (0: never)",
            "batch_size": "Batch, stories",
            "num_steps": "Steps",
            "seed": "Seed",
        },
        prefix="next_",
    ),
    bundled="next_word",
    draw=_draw_cheat,
)
