"""What the net of the generated reviews is there to show."""

from __future__ import annotations

from seqviz.export.bundled_runs import BundledRun
from seqviz.runs.picture_claim import PictureClaim


def _learns(run: BundledRun) -> bool:
    accuracy = run.history.series("validation_accuracy").values
    return bool(accuracy[0] < 0.7 and min(accuracy[-1], run.result["accuracy"]) > 0.95)


LEARNS = PictureClaim(
    "The net learns: of reviews that it has not seen, it gets little more than half right at first and nearly all at "
    "the end.",
    _learns,
)
