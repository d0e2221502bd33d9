"""What a handful of paired differences says: their mean, an interval for it, and how likely chance alone is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.stats import norm, t

LEVEL = 0.95
RESAMPLES = 10_000
#: Up to so many differences every pattern of signs is looked at; beyond, so many patterns are drawn.
MOST_EXACT, DRAWN_SIGNS = 18, 200_000


@dataclass(frozen=True)
class Interval:
    """Where the true mean lies with 95% confidence.

    Attributes:
        mean: of what was measured.
        low, high: the ends, in the same unit.
    """

    mean: float
    low: float
    high: float

    def is_above(self, bound: float) -> bool:
        """Whether all of it lies above a value."""
        return self.low > bound

    def is_below(self, bound: float) -> bool:
        """Whether all of it lies below a value."""
        return self.high < bound


def tail_share(count: int, level: float = LEVEL) -> float:
    """Return the share of resampled means that is cut off at either end.

    Resampling few values spreads their means too little: by the factor sqrt((n - 1) / n), and as if their standard
    deviation were known. Cutting off less makes up for both.

    Args:
        count: values, at least 2.
        level: of confidence.

    Source: Hesterberg 2015, *What Teachers Should Know About the Bootstrap*: the expanded percentile interval.
    """
    quantile = t.ppf((1 - level) / 2, count - 1)
    return float(norm.cdf(math.sqrt(count / (count - 1)) * quantile))


def bootstrap_interval(
    values: Sequence[float] | np.ndarray, *, level: float = LEVEL, resamples: int = RESAMPLES, seed: int = 0
) -> Interval:
    """Return the mean and its interval by resampling the values with replacement.

    Args:
        values: (num_values,), at least 2.
        level: of confidence.
        resamples: means drawn.
        seed: of the draws; the same values give the same interval.

    Raises:
        ValueError: for fewer than two values, or one that is not finite.
    """
    found = np.asarray(values, dtype=float)
    if len(found) < 2 or not np.isfinite(found).all():
        raise ValueError(f"an interval needs at least two finite values, not {list(values)}")
    share = tail_share(len(found), level)
    low, high = np.quantile(_resampling(len(found), resamples, seed) @ found, (share, 1 - share))
    return Interval(float(found.mean()), float(low), float(high))


@lru_cache(maxsize=16)
def _resampling(count: int, resamples: int, seed: int) -> np.ndarray:
    """Return the weight of each value in each resampled mean, (resamples, count): how often it was drawn."""
    chosen = np.random.default_rng(seed).integers(count, size=(resamples, count))
    return np.stack([(chosen == place).sum(axis=1) for place in range(count)], axis=1) / count


def sign_flip_p(differences: Sequence[float] | np.ndarray, seed: int = 0) -> float:
    """Return how often differences without a direction would have a mean at least as far from 0, two-sided.

    Where neither arm is better, each difference is as likely to have the other sign. Every pattern of signs is looked
    at (for more than `MOST_EXACT` differences, many drawn ones), so no normal distribution is assumed.

    Args:
        differences: (num_seeds,), at least 1.
        seed: of the drawn patterns.

    Source: Fisher 1935, the randomisation test for pairs.
    """
    found = np.asarray(differences, dtype=float)
    reached = abs(found.sum()) * (
        1 - 1e-9
    )  # sums of the same numbers in another order differ in their last digit
    if len(found) > MOST_EXACT:
        signs = np.random.default_rng(seed).choice((-1.0, 1.0), size=(DRAWN_SIGNS, len(found)))
        return float((1 + (np.abs(signs @ found) >= reached).sum()) / (1 + DRAWN_SIGNS))
    sums = np.zeros(1)
    for difference in found:
        sums = np.concatenate([sums + difference, sums - difference])
    return float((np.abs(sums) >= reached).mean())


def seeds_needed(values: Sequence[float] | np.ndarray, margin: float) -> int | None:
    """Estimate how many values in all would decide, had they the same mean and spread.

    Args:
        values: (num_values,), at least 2.
        margin: the smallest difference that matters.

    Returns:
        The number at which the interval would leave 0 on one side or fit within the margin; None where the mean
        lies on the margin itself, so that no number is in sight.
    """
    found = np.asarray(values, dtype=float)
    mean, spread = abs(float(found.mean())), float(found.std(ddof=1))
    room = mean if mean > margin else margin - mean
    if room <= 0:
        return None
    count = len(found)
    while t.ppf((1 + LEVEL) / 2, count - 1) * spread / math.sqrt(count) >= room:
        count = math.ceil(count * 1.05 + 1)
        if count > 1_000_000:
            return None
    return count
