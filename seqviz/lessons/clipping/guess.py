"""The question before the answer: which of the three bundled runs ends with the lowest loss."""

from __future__ import annotations

import streamlit as st

from seqviz.experiments.clipping.config import ARMS
from seqviz.experiments.clipping.learned import MEAN_LOSS, final_loss
from seqviz.lessons.clipping.clipping import CLIPPING
from seqviz.ui.runs.trained import bundled_run

OPTIONS = tuple(f"the one {arm}" for arm in ARMS)


def _losses() -> dict[str, float]:
    history = bundled_run(CLIPPING.bundled).history
    found = {arm: final_loss(history, arm) for arm in ARMS}
    return {arm: loss for arm, loss in found.items() if loss is not None}


def lowest_answer() -> str:
    """Return which of OPTIONS is right."""
    losses = _losses()
    return OPTIONS[ARMS.index(min(losses, key=lambda arm: losses[arm]))]


def reveal_lowest() -> None:
    """Show the losses over the last steps."""
    said = "; ".join(f"{arm} **{loss:.3f}**" for arm, loss in _losses().items())
    st.markdown(
        f"Loss over the last steps of the runs that come with the app: {said}. Answering the mean to everything has "
        f"{MEAN_LOSS:.3f}. It is one seed: train with another one before you rank norm and value."
    )
