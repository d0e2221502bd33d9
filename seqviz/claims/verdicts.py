"""From a trial's table to its verdicts: one for each condition, and one over them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from seqviz.claims.claim import PART, Claim, Condition, Level
from seqviz.claims.statistics import LEVEL, Interval, bootstrap_interval, seeds_needed, sign_flip_p
from seqviz.claims.table import Differences, Table

FEWEST_SEEDS = 5

Word = Literal["supported", "contradicted", "no difference", "undecided", "too few seeds"]
Overall = Literal["holds here", "does not hold here", "depends", "undecided", "too few seeds"]


@dataclass(frozen=True)
class ConditionVerdict:
    """What the seeds say under one condition.

    Attributes:
        differences: seed by seed.
        word: what it comes to.
        interval: of the mean difference; None for fewer than two seeds.
        p: of signs flipped at random, two-sided; None with the interval.
        more_seeds: how many more would decide, where it is undecided; None where no number is in sight.
    """

    differences: Differences
    word: Word
    interval: Interval | None = None
    p: float | None = None
    more_seeds: int | None = None

    @property
    def condition(self) -> Condition:
        """Under which."""
        return self.differences.condition

    @property
    def side(self) -> bool | None:
        """Whether it speaks for the claim (True), against it (False), or says nothing (None)."""
        return {"supported": True, "contradicted": False, "no difference": False}.get(self.word)


@dataclass(frozen=True)
class Verdict:
    """What a trial says of its claim.

    Attributes:
        word: over all conditions.
        dials: what it depends on, where it does: as few dials as tell the sides apart.
        conditions: condition by condition.
        num_seeds: seeds of which at least one measurement was made.
    """

    word: Overall
    conditions: tuple[ConditionVerdict, ...]
    num_seeds: int
    dials: tuple[str, ...] = ()

    @property
    def by_chance(self) -> float:
        """How many conditions chance alone would be expected to mark as supported or contradicted, at most."""
        return (1 - LEVEL) * sum(one.interval is not None for one in self.conditions)


def judge(claim: Claim, table: Table) -> Verdict:
    """Give the verdict on a claim that the measurements so far allow."""
    if claim.kind == "exact":
        found = [judge_exact(claim, table.differences(claim, each)) for each in table.conditions()]
    else:
        found = [judge_condition(claim, table.differences(claim, each)) for each in table.conditions()]
    word, dials = overall(found)
    return Verdict(word, tuple(found), len(table.seeds), dials)


def judge_condition(claim: Claim, differences: Differences) -> ConditionVerdict:
    """Give the verdict under one condition."""
    values = differences.values
    if len(values) < 2:
        return ConditionVerdict(differences, "too few seeds")
    interval, p = bootstrap_interval(values), sign_flip_p(values)
    if len(values) < FEWEST_SEEDS:
        return ConditionVerdict(differences, "too few seeds", interval, p)
    part = claim.part(str(differences.condition[PART]))
    word = word_of(interval, part.measure.margin, expects_more=part.expects_more)
    more = None
    if word == "undecided":
        needed = seeds_needed(values, part.measure.margin)
        more = None if needed is None else max(1, needed - len(values))
    return ConditionVerdict(differences, word, interval, p, more)


def judge_exact(claim: Claim, differences: Differences) -> ConditionVerdict:
    """Give the verdict where a formula decides: the value is the claimed one, or it is not."""
    part = claim.part(str(differences.condition[PART]))
    value = float(differences.values[0])
    word: Word = "supported" if abs(value) <= part.measure.margin else "contradicted"
    return ConditionVerdict(differences, word, Interval(value, value, value))


def word_of(interval: Interval, margin: float, *, expects_more: bool = True) -> Word:
    """Say what an interval of differences means.

    Args:
        interval: of the mean difference; positive where the claim's arm is better.
        margin: the smallest difference that matters.
        expects_more: the claim says that its arm is better; else that it is no better.
    """
    better = interval.is_above(0) and interval.mean > margin
    worse = interval.is_below(0) and interval.mean < -margin
    same = interval.low > -margin and interval.high < margin
    if not expects_more:
        no_better = worse or same or interval.high < margin
        return "supported" if no_better else "contradicted" if better else "undecided"
    return "supported" if better else "contradicted" if worse else "no difference" if same else "undecided"


def overall(found: Sequence[ConditionVerdict]) -> tuple[Overall, tuple[str, ...]]:
    """Return the verdict over all conditions, and the dials that it depends on."""
    if not found or all(one.word == "too few seeds" for one in found):
        return "too few seeds", ()
    sides = [one.side for one in found]
    if None not in sides and len(set(sides)) == 1:
        return ("holds here" if sides[0] else "does not hold here"), ()
    decided = [one for one in found if one.side is not None]
    if 2 * len(decided) < len(found) or len({one.side for one in decided}) < 2:
        return "undecided", ()
    return "depends", separating_dials(decided)


def separating_dials(decided: Sequence[ConditionVerdict]) -> tuple[str, ...]:
    """Return the fewest dials of which every combination of levels is on one side.

    Args:
        decided: conditions that speak for the claim or against it; all dials together always part them.
    """
    names = dict.fromkeys(name for one in decided for name in one.condition)
    names = {name: None for name in names if len({one.condition.get(name) for one in decided}) > 1}
    for count in range(1, len(names) + 1):
        for dials in combinations(names, count):
            if _part_the_sides(decided, dials):
                return dials
    return tuple(names)


def _part_the_sides(decided: Sequence[ConditionVerdict], dials: tuple[str, ...]) -> bool:
    sides: dict[tuple[Level | None, ...], set[bool | None]] = {}
    for one in decided:
        sides.setdefault(tuple(one.condition.get(dial) for dial in dials), set()).add(one.side)
    return all(len(each) == 1 for each in sides.values())
