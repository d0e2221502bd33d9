"""What the first snippet, run before any click, is there to show."""

from __future__ import annotations

from seqviz.lessons.repair.answers import SNIPPET
from seqviz.lessons.repair.running import Outcome, outcome
from seqviz.runs.picture_claim import PictureClaim
from seqviz.ui.opening import Opening


def _signs_are_left(found: Outcome) -> bool:
    printed = found.printed.strip()
    return found.error is None and not printed.replace(" ", "").isalpha()


SIGNS_ARE_LEFT = PictureClaim(
    "The snippet that is to keep letters only runs without an error, and what it prints holds other signs.",
    _signs_are_left,
)

OPENINGS = (Opening(SIGNS_ARE_LEFT, lambda: outcome(SNIPPET.default)),)
