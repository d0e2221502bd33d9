"""A task that asks for a training of word vectors: whether it is on the screen, and how its analogies come out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from seqviz.ui.frame.task import Result, done, missing
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.vectors.training import LABELS


def trained_beside(run: ShownRun, bundled: ShownRun, asked: Mapping[str, Any]) -> Result:
    """Check that a run has the settings asked for and has ended; set its analogies beside the bundled run's.

    Args:
        run: the one that is shown.
        bundled: the one that comes with the app.
        asked: field of the experiment -> what it should be.
    """
    if any(run.config[field] != value for field, value in asked.items()):
        return missing(
            f"The run shown has {_settings(run, asked)}. *Set it up*, then *Train*, and wait for its end."
        )
    if not run.result:
        return missing("The run has not finished yet.")
    if not run.result.get("analogies"):
        return missing(
            "Its text knows none of the small world's questions: train on the small world, *Set it up*."
        )
    return done(
        f"With {_settings(run, asked)}, analogies right: {analogies_in_words(run.result)}. In the training that comes "
        f"with the app, with {_settings(bundled, asked)}: {analogies_in_words(bundled.result)}."
    )


def _settings(run: ShownRun, asked: Mapping[str, Any]) -> str:
    return ", ".join(f"*{LABELS[field]}* {run.config[field]}" for field in asked)


def analogies_in_words(result: Mapping[str, Any]) -> str:
    """Write each section's share of questions that come out right; `result` is that of a finished run."""
    return ", ".join(
        f"{section} {right / max(known, 1):.0%}" for section, (right, _, known) in result["analogies"].items()
    )
