"""What people write in a label column, and which class they mean."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

NEGATIVE = frozenset({"neg", "negative", "bad", "false", "no"})
POSITIVE = frozenset({"pos", "positive", "good", "true", "yes"})
TWO_NUMBERS = ({0, 1}, {-1, 1}, {1, 2}, {0, 4})
MAX_DISTINCT = 12


@dataclass(frozen=True)
class LabelMeaning:
    """Which class each value of a label column stands for.

    Attributes:
        classes: value as written -> 0 negative, 1 positive, None left out.
        note: a sentence that says so, or "" where it goes without saying.
    """

    classes: Mapping[str, int | None]
    note: str = ""


def meaning_of(values: Collection[str]) -> LabelMeaning | None:
    """Find out what the distinct values of a column mean as labels; None if nothing sensible.

    Words (pos/neg, true/false), two numbers (0/1, -1/1), stars (1-5: 3 is left out), IMDB's ratings (1-10: 5 and 6
    are left out), or else any two values, in alphabetical order.
    """
    distinct = {value.strip().lower() for value in values}
    if not distinct or len(distinct) > MAX_DISTINCT:
        return None
    numbers = {value: _number(value) for value in distinct}
    if all(number is not None for number in numbers.values()):
        return _numeric(values, {value: number for value, number in numbers.items() if number is not None})
    if distinct <= NEGATIVE | POSITIVE:
        return LabelMeaning({value: int(value.strip().lower() in POSITIVE) for value in values})
    if len(distinct) == 2:
        negative, positive = sorted(distinct)
        note = f"'{negative}' is taken for negative and '{positive}' for positive, in alphabetical order."
        return LabelMeaning({value: int(value.strip().lower() == positive) for value in values}, note)
    return None


def _numeric(values: Collection[str], numbers: Mapping[str, int]) -> LabelMeaning | None:
    distinct = set(numbers.values())
    if any(distinct <= pair for pair in TWO_NUMBERS):
        return LabelMeaning({value: int(numbers[_key(value)] == _larger(distinct)) for value in values})
    for last, worst, best in ((5, 2, 4), (10, 4, 7)):
        if distinct <= set(range(1, last + 1)):
            note = (
                f"Of the ratings 1 to {last}, 1-{worst} count as negative, {best}-{last} as positive; "
                "those between are left out."
            )
            return LabelMeaning({value: _rated(numbers[_key(value)], worst, best) for value in values}, note)
    return None


def _larger(distinct: set[int]) -> int:
    return max(next(pair for pair in TWO_NUMBERS if distinct <= pair))


def _rated(stars: int, worst: int, best: int) -> int | None:
    if stars <= worst:
        return 0
    return 1 if stars >= best else None


def _key(value: str) -> str:
    return value.strip().lower()


def _number(value: str) -> int | None:
    try:
        number = float(value)
    except ValueError:
        return None
    return int(number) if number.is_integer() else None
