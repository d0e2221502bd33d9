"""What the overview of claims is there to show."""

from __future__ import annotations

from collections.abc import Mapping

from seqviz.claims.finished import finished_verdicts
from seqviz.claims.verdicts import Verdict
from seqviz.runs.picture_claim import PictureClaim
from seqviz.ui.opening import Opening


def _not_all_as_told(verdicts: Mapping[str, Verdict]) -> bool:
    words = {verdict.word for verdict in verdicts.values()}
    return "too few seeds" not in words and bool(words - {"holds here"})


NOT_ALL_AS_TOLD = PictureClaim(
    "Every trial that comes with the app has seeds enough for a verdict, and not every claim holds as it is stated.",
    _not_all_as_told,
)

OPENINGS = (Opening(NOT_ALL_AS_TOLD, finished_verdicts),)
