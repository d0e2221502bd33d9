"""How far a share counted on a sample may lie from the true one; the intervals hold at 0 and at 1 too.

The usual margin, two times sqrt(p (1 - p) / n), is 0 where all or none are right, however few were counted.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from scipy.stats import binom, fisher_exact

CONFIDENCE = 0.95


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`, as shares (0.01 is one percentage point)."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Tell whether a value lies inside, ends included."""
        return self.low <= value <= self.high


def share_interval(hits: int, number: int, confidence: float = CONFIDENCE) -> Interval:
    """Return Wilson's score interval of a share.

    Args:
        hits: how many of the sample are counted, 0 to `number`.
        number: the size of the sample.
        confidence: of so large a share of samples the interval holds the true share.

    Raises:
        ValueError: if the sample is empty, or more are counted than there are.

    Source: Wilson 1927, JASA 22.
    """
    if not 0 <= hits <= number or number < 1:
        raise ValueError(f"a share needs a sample and at most as many hits, not {hits} of {number}")
    share, z = hits / number, NormalDist().inv_cdf((1 + confidence) / 2)
    middle = share + z * z / (2 * number)
    reach = z * math.sqrt(share * (1 - share) / number + z * z / (4 * number * number))
    scale = 1 + z * z / number
    return Interval(
        0.0 if hits == 0 else (middle - reach) / scale, 1.0 if hits == number else (middle + reach) / scale
    )


def difference_interval(
    first: tuple[int, int], second: tuple[int, int], confidence: float = CONFIDENCE
) -> Interval:
    """Return Newcombe's hybrid score interval of the difference of two shares, first minus second.

    It takes the two samples for independent. Two readers measured on the same texts mostly err on the same
    ones, so their true interval is narrower: this one is cautious.

    Args:
        first: (hits, number) of one sample.
        second: of the other.
        confidence: as for `share_interval`.

    Source: Newcombe 1998, Statistics in Medicine 17, 873-890, method 10.
    """
    one, other = share_interval(*first, confidence), share_interval(*second, confidence)
    p, q = first[0] / first[1], second[0] / second[1]
    return Interval(
        p - q - math.hypot(p - one.low, other.high - q), p - q + math.hypot(one.high - p, q - other.low)
    )


def differ(first: tuple[int, int], second: tuple[int, int], confidence: float = CONFIDENCE) -> bool:
    """Tell whether two shares differ by more than chance explains.

    Both have to say so: Newcombe's interval, which leaves 0 out a little too readily in samples of a few, and
    Fisher's exact test.

    Args:
        first: (hits, number) of one sample.
        second: of the other.
        confidence: 1 minus the share of equal pairs that may be called different.
    """
    table = [(hits, number - hits) for hits, number in (first, second)]
    is_apart = not difference_interval(first, second, confidence).holds(0.0)
    return is_apart and float(fisher_exact(table).pvalue) < 1 - confidence


def expected_best(share: float, number: int, tries: int) -> float:
    """Return the share that the best of several equally good readers shows on average on one sample.

    Args:
        share: what each gets right on texts without end, 0 to 1.
        number: the size of the sample.
        tries: how many readers are measured on it; their errors are taken for independent.

    Returns:
        The mean of the largest of `tries` binomial counts, as a share of `number`.
    """
    below = binom.cdf(np.arange(number), number, share)  # P(count <= k), k from 0 to number - 1
    return float((1 - below**tries).sum() / number)
