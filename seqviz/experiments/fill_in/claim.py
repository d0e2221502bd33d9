"""What the fill-in nets that come with the app are there to show."""

from __future__ import annotations

from seqviz.experiments.fill_in.config import SIDES
from seqviz.export.bundled_runs import BundledRun
from seqviz.runs.picture_claim import PictureClaim


def _each_side_knows_its_own(run: BundledRun) -> bool:
    left, right, both = (run.result["arms"][side] for side in SIDES)
    country, place = "country_accuracy", "place_accuracy"
    return bool(
        left[country] > 0.9 > 0.5 > right[country]
        and right[place] > 0.9 > 0.5 > left[place]
        and min(both[country], both[place]) > 0.9
    )


EACH_SIDE_KNOWS_ITS_OWN = PictureClaim(
    "What stands before the gap is known to the left side alone, what stands after it to the right one alone, and "
    "both to the net that reads both.",
    _each_side_knows_its_own,
)
