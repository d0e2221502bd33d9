"""What the first picture of the lesson on where these nets were used is there to show."""

from __future__ import annotations

import numpy as np

from seqviz.lessons.where_used.prices import FORECASTER, WALK
from seqviz.lessons.where_used.random_walk import Forecast, forecast
from seqviz.runs.picture_claim import PictureClaim
from seqviz.ui.opening import Opening


def _looks_right_and_knows_nothing(found: Forecast) -> bool:
    with_day_before, with_same_day = (
        float(np.corrcoef(found.said, prices)[0, 1]) for prices in (found.before, found.prices)
    )
    return with_day_before > with_same_day > 0.9 and found.error >= found.error_of_copying


LOOKS_RIGHT_AND_KNOWS_NOTHING = PictureClaim(
    "The predicted prices lie close to the true ones, closer to those of the day before, and do not beat copying them.",
    _looks_right_and_knows_nothing,
)

OPENINGS = (Opening(LOOKS_RIGHT_AND_KNOWS_NOTHING, lambda: forecast(WALK.default, FORECASTER.default)),)
