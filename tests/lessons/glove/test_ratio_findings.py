import math

import pytest

from seqviz.embeddings.company_counts import Ratio
from seqviz.lessons.glove.opening import OPENINGS
from seqviz.lessons.glove.ratio_findings import findings, side

FUNNY = Ratio("funny", (21, 3), (0.02, 0.003), 7.0, 3.0, 20.0)
BLOOD = Ratio("blood", (1, 66), (0.001, 0.06), 0.02, 0.01, 0.1)
PLOT = Ratio("plot", (62, 77), (0.06, 0.07), 0.9, 0.6, 1.3)
FASHION = Ratio("fashion", (3, 6), (0.003, 0.006), 0.5, 0.1, 2.1)
NEVER = Ratio("gas", (0, 0), (0.0, 0.0), math.nan, 0.0, math.inf)


def test_what_a_ratio_says_is_what_its_whole_interval_says():
    assert [side(r) for r in (FUNNY, BLOOD, PLOT, FASHION, NEVER)] == [
        "one",
        "other",
        "both",
        "unsure",
        "unsure",
    ]


def test_probes_are_sorted_by_what_they_tell_and_the_share_alone_is_seen_to_mislead():
    told = findings([FUNNY, BLOOD, PLOT, FASHION, NEVER], ("comedy", "horror"))
    assert "**Nearer to comedy**: *funny* (7.00)." in told and "**Nearer to horror**: *blood* (0.02)." in told
    assert "within a factor of 2**: *plot* (0.90)." in told
    assert "**Too few meetings to tell**: *fashion* (0.50), *gas* (never)." in told
    assert "*plot* stands near comedy more often than *funny*" in told
    assert "mislead" not in findings([FUNNY, BLOOD], ("comedy", "horror"))


@pytest.mark.parametrize("missing", [FUNNY, BLOOD, PLOT])
def test_ratios_that_leave_one_side_open_are_not_what_the_lesson_says(missing):
    claim = OPENINGS[0].claim
    assert claim.holds([FUNNY, BLOOD, PLOT, FASHION])
    assert not claim.holds([ratio for ratio in (FUNNY, BLOOD, PLOT, FASHION) if ratio is not missing])
