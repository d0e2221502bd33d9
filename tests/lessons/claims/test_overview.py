from __future__ import annotations

import re

from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.finished import finished_verdicts
from seqviz.lessons.claims.overview import BADGES, NOT_TRIED, counts_in_words


def test_the_verdicts_that_are_counted_are_all_claims():
    counted = [int(number) for number in re.findall(r"\*\*(\d+)\*\*", counts_in_words())]
    assert sum(counted) == len(CLAIMS)
    holds = any(verdict.word == "holds here" for verdict in finished_verdicts().values())
    assert ("None holds under every condition" in counts_in_words()) is not holds
    left = len(CLAIMS) - len(finished_verdicts())
    assert (f"**{left}** {NOT_TRIED}" in counts_in_words()) == (left > 0)


def test_every_verdict_has_a_badge():
    assert {verdict.word for verdict in finished_verdicts().values()} <= set(BADGES)
