"""What a run that has not finished was measured to, in a line."""

from __future__ import annotations

from collections.abc import Sequence

from seqviz.claims.trial_notes import MEASURED
from seqviz.runs.events import Note
from seqviz.runs.history import History
from seqviz.runs.store.records import RunRecord
from seqviz.ui.durations import counted

#: Metric -> what people call it, and how it is written.
MEASURES: dict[str, tuple[str, str]] = {
    "validation_accuracy": ("validation accuracy", "{:.1%}"),
    "train_accuracy": ("training accuracy", "{:.1%}"),
    "exact_match": ("without a mistake", "{:.1%}"),
    "bits_per_character": ("bits per character", "{:.3f}"),
    "analogies_right": ("analogies answered correctly", "{:.1%}"),
    "validation_loss": ("validation loss", "{:.3f}"),
    "train_loss": ("training loss", "{:.3f}"),
}


def measured_so_far(record: RunRecord, history: History, notes: Sequence[Note] = ()) -> str:
    """Say how far a run has come, and what was measured last at which step.

    Args:
        record: of the run, which has no result.
        history: what was measured.
        notes: what was noted; a trial notes its measurements, and says itself what they come to.
    """
    begin = "So far" if record.is_live else "As far as it got"
    steps = [_last_step(history, arm) for arm in history.arms]
    if not steps:
        return (
            ""
            if record.is_live or any(note.topic == MEASURED for note in notes)
            else "It ended before anything was measured."
        )
    if history.arms != ("",):
        reach = f"{min(steps):,}" if min(steps) == max(steps) else f"{min(steps):,} to {max(steps):,}"
        return (
            f"{begin}: {counted(len(steps), 'net')}, {reach} steps each; the pictures show what was measured."
        )
    return f"{begin}: {'; '.join(_by_step(history))}."


def _by_step(history: History) -> list[str]:
    """Write the latest values, those of one step together, the newest step first."""
    found: dict[int, list[str]] = {}
    for name, (called, written) in MEASURES.items():
        series = history.series(name)
        if series.values.size:
            found.setdefault(int(series.steps[-1]), []).append(
                f"{called} {written.format(series.values[-1])}"
            )
    return [f"{', '.join(found[step])} at step {step:,}" for step in sorted(found, reverse=True)]


def _last_step(history: History, arm: str) -> int:
    return int(max(history.series(name, arm).steps.max(initial=0) for name in history.names))
