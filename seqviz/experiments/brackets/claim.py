"""What the nets that read brackets are there to show."""

from __future__ import annotations

from seqviz.experiments.brackets.reached import (
    MARGIN,
    ON_BRACKETS,
    ON_WORDS,
    SATURATED,
    accuracies,
    is_ahead,
)
from seqviz.export.bundled_runs import BundledRun
from seqviz.runs.picture_claim import PictureClaim

FEWEST_SEEDS = 3


def _two_sides_take_two_layers(run: BundledRun) -> bool:
    one, wide, two = accuracies(run.history, ON_WORDS).values()
    _, wide_brackets, two_brackets = accuracies(run.history, ON_BRACKETS).values()
    differ = abs(sum(two_brackets) / len(two_brackets) - sum(wide_brackets) / len(wide_brackets))
    return (
        len(two) >= FEWEST_SEEDS
        and is_ahead(two, one)
        and is_ahead(two, wide)
        and differ <= MARGIN
        and max(wide_brackets + two_brackets) < SATURATED
    )


TWO_SIDES_TAKE_TWO_LAYERS = PictureClaim(
    "On the words two layers are ahead of one layer of either width, from every seed; on brackets a wide layer does "
    "as well.",
    _two_sides_take_two_layers,
)
