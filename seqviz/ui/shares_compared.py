"""Two shares counted on samples, and what may be said of their difference, in a sentence or two."""

from __future__ import annotations

from seqviz.text.intervals import differ, difference_interval
from seqviz.text.numbers_written import with_minus


def compared(first: tuple[str, int], second: tuple[str, int], number: int, what: str) -> str:
    """Compare how many of equally many things two readers got right.

    Args:
        first: the reader that is hoped to be better, with its hits, 0 to `number`.
        second: the other one, with its hits.
        number: of things asked of each.
        what: those things are called, in the plural.

    Returns:
        Markdown: both counts, the interval of the difference and what follows from it.
    """
    (one, hits), (other, other_hits) = first, second
    between = difference_interval((hits, number), (other_hits, number))
    said = f"Right on {number} {what} set aside: {one} {hits}, {other} {other_hits}"
    reach = f"95% interval {_points(between.low)} to {_points(between.high)}, as for separate samples"
    if hits == other_hits == number:
        return (
            f"{said}. Both get all right, so **these {what} are too easy to compare the two on** ({reach})."
        )
    said = f"{said}: a difference of {_points((hits - other_hits) / number)} points ({reach})."
    if not differ((hits, number), (other_hits, number)):
        return f"{said} 0 lies within: **{number} {what} do not settle which of the two is better**."
    better = one if hits > other_hits else other
    return f"{said} 0 lies outside: **{better} is better on {what} like these**, for these two trainings."


def _points(share: float) -> str:
    return with_minus(100 * share, "+.1f")
