"""What the run on a real book is there to show."""

from __future__ import annotations

from seqviz.export.bundled_runs import BundledRun
from seqviz.runs.picture_claim import PictureClaim

CLEARLY = 0.05  # bits per character


def _predicts_better(run: BundledRun) -> bool:
    return bool(run.result["bits_per_character"] < run.result["ngram_bits_per_character"] - CLEARLY)


BETTER_THAN_COUNTING = PictureClaim(
    "On the part of the book that it never learned, the net needs fewer bits per character than counting n-grams.",
    _predicts_better,
)
