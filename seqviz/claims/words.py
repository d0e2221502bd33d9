"""Conditions, levels and differences in words."""

from __future__ import annotations

from collections.abc import Sequence

from seqviz.claims.claim import PART, Condition, Level, Measure
from seqviz.text.numbers_written import with_minus


def condition_in_words(condition: Condition) -> str:
    """Write a condition: its levels, without the part it belongs to."""
    return " · ".join(f"{dial} {level_in_words(level)}" for dial, level in condition.items() if dial != PART)


def what_differs(conditions: Sequence[Condition]) -> list[str]:
    """Write each of some conditions by the dials in which they differ; a single one by all its dials."""
    dials = dict.fromkeys(dial for condition in conditions for dial in condition if dial != PART)
    differing = {dial for dial in dials if len({condition.get(dial) for condition in conditions}) > 1}
    kept = differing or set(dials)
    return [
        condition_in_words({dial: level for dial, level in condition.items() if dial in kept})
        for condition in conditions
    ]


def level_in_words(level: Level) -> str:
    """Write a level as a person would."""
    return f"{level:,}" if isinstance(level, int) else f"{level:g}" if isinstance(level, float) else level


def difference_in_words(measure: Measure, value: float) -> str:
    """Write a difference with its sign and unit."""
    if measure.relative:
        return with_minus(value, "+.0%")
    # a zero that was rounded up from below it has no sign
    return (
        f"{with_minus(round(100 * value, 1) + 0.0, '+.1f')} points"
        if measure.as_share
        else with_minus(value, "+.3g")
    )


def listed(parts: Sequence[str]) -> str:
    """Write words as a list: "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
