"""What is said of two shares follows from the interval of their difference."""

from __future__ import annotations

import pytest

from seqviz.ui.shares_compared import compared


@pytest.mark.parametrize(
    ("hits", "other", "number", "said"),
    [
        (293, 271, 400, "400 reviews do not settle which of the two is better"),
        (340, 271, 400, "**new is better on reviews like these**"),
        (271, 340, 400, "**old is better on reviews like these**"),
        (60, 60, 60, "these reviews are too easy to compare the two on"),
        (59, 59, 60, "a difference of +0.0 points"),
        (0, 0, 5, "5 reviews do not settle"),
    ],
)
def test_the_verdict_follows_from_the_interval(hits, other, number, said):
    assert said in compared(("new", hits), ("old", other), number, "reviews")


def test_the_published_interval_is_written_in_points():
    text = compared(("new", 9), ("old", 3), 10, "reviews")  # Newcombe 1998, table II: 0.1705 to 0.8090
    assert "+60.0 points (95% interval +17.1 to +80.9, as for separate samples)" in text
