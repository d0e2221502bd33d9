"""Where a dial turns the verdict."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from seqviz.claims.claim import Level
from seqviz.claims.verdicts import Verdict


def levels_by_side(verdict: Verdict, dial: str) -> tuple[list[Level], list[Level]]:
    """Return the levels of a deciding dial at which the claim is supported, and those at which it is not."""
    decided = [one for one in verdict.conditions if one.side is not None and dial in one.condition]
    levels = list(dict.fromkeys(one.condition[dial] for one in decided))
    yes = [level for level in levels if all(one.side for one in decided if one.condition[dial] == level)]
    return yes, [level for level in levels if level not in yes]


def turns_at(yes: Sequence[Level], no: Sequence[Level]) -> tuple[float, float] | None:
    """Return the two neighbouring levels of a dial in numbers between which the verdict turns, if it does so once."""
    levels = [*yes, *no]
    if not yes or not no or not all(isinstance(level, int | float) for level in levels):
        return None
    low, high = (yes, no) if max(map(float, yes)) < min(map(float, no)) else (no, yes)
    below, above = max(map(float, low)), min(map(float, high))
    return (below, above) if below < above else None


def crossing(verdict: Verdict, dial: str) -> float | None:
    """Return the level of a dial in numbers at which the mean difference passes 0, by interpolation of its logarithm.

    None where it never does, or a level is not above 0.
    """
    points = sorted(
        (float(one.condition[dial]), one.interval.mean)
        for one in verdict.conditions
        if one.interval is not None and isinstance(one.condition.get(dial), int | float)
    )
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        if y0 * y1 < 0 and x0 > 0:
            return float(np.exp(np.interp(0.0, *_rising([y0, y1], np.log([x0, x1])))))
    return None


def _rising(ys: Sequence[float], xs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    order = np.argsort(ys)
    return np.asarray(ys)[order], xs[order]
