"""Each part of a claim in words: what it comes to by itself, and what was measured beside it."""

from __future__ import annotations

from collections.abc import Sequence

from seqviz.claims.claim import PART, Claim, Condition, Measure
from seqviz.claims.sentences import SAID, condition_counts, short_verdict
from seqviz.claims.table import Table
from seqviz.claims.turning import levels_by_side
from seqviz.claims.verdicts import ConditionVerdict, Verdict, overall
from seqviz.claims.words import difference_in_words, level_in_words, listed, what_differs

#: As many conditions with the same verdict are named one by one, at least.
FEW = 3


def parts_in_short(claim: Claim, verdict: Verdict) -> list[str]:
    """Give each part of a claim a verdict of its own, in a few words, with where it turns if one dial decides.

    Of a claim of one part there is no more to say than where it turns, or what its conditions come to.
    """
    if len(claim.parts) == 1:
        return list(filter(None, [_sides(verdict) or _if_undecided(verdict)]))
    found = []
    for part in claim.parts:
        conditions = tuple(one for one in verdict.conditions if one.condition[PART] == part.name)
        word, dials = overall(conditions)
        own = Verdict(word, conditions, verdict.num_seeds, dials)
        if conditions:
            found.append(f"{part.name}: **{short_verdict(own)}**{f' ({_sides(own)})' if _sides(own) else ''}")
    return found


def _if_undecided(verdict: Verdict) -> str:
    return condition_counts(verdict) if verdict.word == "undecided" else ""


def _sides(verdict: Verdict) -> str:
    """Name the levels of a single deciding dial at which a claim is supported."""
    if verdict.word != "depends" or len(verdict.dials) > 1:
        return ""
    yes, _ = levels_by_side(verdict, verdict.dials[0])
    return f"supported at {listed([level_in_words(level) for level in yes])}" if yes else ""


def part_sentences(claim: Claim, verdict: Verdict) -> list[str]:
    """Say of each part of a claim under which conditions it is supported, and by how much on average."""
    found = []
    for part in claim.parts:
        conditions = [one for one in verdict.conditions if one.condition[PART] == part.name]
        if conditions:
            found.append(f"*{part.name}*: {_part(part.measure, conditions)}.")
    return found


def beside_sentences(claim: Claim, table: Table) -> list[str]:
    """Say of each part that has arms beside the claim's own what all its arms measured, level by level."""
    found = []
    for part in claim.parts:
        conditions = [each for each in table.conditions() if each[PART] == part.name] if part.beside else []
        for arm in part.arms_run if conditions else ():
            named = zip(
                (_mean(table, each, arm) for each in conditions), what_differs(conditions), strict=True
            )
            means = "; ".join(f"{mean} at {name}" for mean, name in named if mean)
            aside = ", of which the claim says nothing" if arm in part.beside else ""
            found.append(f"{part.measure.name}, {arm}{aside}: {means or 'not measured'}.")
    return found


def _mean(table: Table, condition: Condition, arm: str) -> str:
    """Write the mean of an arm's values under a condition; nothing where there are none."""
    values = [row.value for row in table.under(condition) if row.arm == arm and row.value is not None]
    return f"{float(f'{sum(values) / len(values):.2g}'):,.10g}" if values else ""


def _part(measure: Measure, conditions: Sequence[ConditionVerdict]) -> str:
    groups: dict[str, list[tuple[str, ConditionVerdict]]] = {}
    for one, name in zip(conditions, what_differs([one.condition for one in conditions]), strict=True):
        groups.setdefault(one.word, []).append((name, one))
    most = max(groups, key=lambda word: len(groups[word]))
    the_rest = most if len(groups[most]) > FEW else None  # said last, and only counted
    said = []
    for word, group in sorted(groups.items(), key=lambda one: one[0] == the_rest):
        where = _where([name for name, _ in group], len(conditions), word == the_rest)
        said.append(f"{SAID.get(word, word)}{where}{_means(measure, [one for _, one in group])}")
    return "; ".join(said)


def _where(names: Sequence[str], of: int, is_the_rest: bool) -> str:
    """Name some of a part's conditions, or count them where they are all of them or the rest."""
    if len(names) == of:
        return {1: "", 2: " in both conditions"}.get(of, f" in all {of} conditions")
    return f" in the {len(names)} others" if is_the_rest else f" at {listed(names)}"


def _means(measure: Measure, conditions: Sequence[ConditionVerdict]) -> str:
    """Write the mean differences of some conditions, the least and the greatest; nothing where there are none."""
    means = [one.interval.mean for one in conditions if one.interval is not None]
    if not means:
        return ""
    words = list(dict.fromkeys(difference_in_words(measure, mean) for mean in (min(means), max(means))))
    return f" ({' to '.join(words)})"
