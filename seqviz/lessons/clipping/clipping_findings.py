"""What three runs that differ in clipping have learned, told by the loss of a net that always answers the mean."""

from __future__ import annotations

from seqviz.experiments.clipping.config import ARMS, ClippingExperiment
from seqviz.experiments.clipping.learned import MEAN_LOSS, clear_loss, final_loss, have_learned
from seqviz.runs.history import History


def what_was_learned(experiment: ClippingExperiment, history: History) -> str:
    """Say of each run whether it has learned more than to answer the mean; "" before anything is measured."""
    found = {arm: final_loss(history, arm) for arm in history.arms}
    said = [
        f"{arm} **{loss:.3g}**, {_verdict(loss, clear_loss(experiment, len(history.series('train_loss', arm).values)))}"
        for arm, loss in found.items()
        if loss is not None
    ]
    if not said:
        return ""
    return (
        f"A net that answers the mean, 1, to everything has a loss of 1/6 = {MEAN_LOSS:.3f} (the dotted line). "
        f"Over their last steps: {'; '.join(said)}. {_moral(have_learned(experiment, history))}"
    )


def _verdict(loss: float, clear: float) -> str:
    if loss < clear:
        return "it has learned to add"
    if loss < MEAN_LOSS:
        than = "better than answering the mean by no more than chance"
    elif loss < 2 * MEAN_LOSS - clear:
        than = "no better than answering the mean"
    else:
        than = "worse than answering the mean"
    return f"{than} ({MEAN_LOSS:.3f})"


def _moral(learned: list[str]) -> str:
    """Say what clipping did, from which of the three have learned."""
    clipped = [arm for arm in ARMS[1:] if arm in learned]
    if not learned:
        return (
            "**None of them has learned the task**: clipping keeps steps short, which is not yet learning. "
            "With the settings that this page begins with, it lets the net learn."
        )
    if ARMS[0] not in learned:
        return (
            f"**Clipping lets the net learn**: same start, same batches, and only {' and '.join(clipped)} learned. "
            "It is one seed; another one trains all three again."
        )
    if not clipped:
        return "Only the run without clipping has learned: here clipping keeps the steps too short."
    return f"The run without clipping has learned too, as {' and '.join(clipped)} has: here clipping is not needed."
