"""Dates as people write them, with the same date in ISO form."""

from __future__ import annotations

import random
from datetime import date, timedelta

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ONES = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
         "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
         "nineteenth")  # fmt: skip
_FIRST, _LAST = date(1900, 1, 1), date(2049, 12, 31)
_FORMS = (
    "{day} {month} {year}",
    "{month} {day} {year}",
    "{month} {day} , {year}",
    "the {ordinal} of {month} {year}",
    "{weekday} {day} {month} {year}",
    "{weekday} the {ordinal} of {month} {year}",
    "{short} {day} {year}",
    "{day} {short} {year}",
)


def date_pairs(count: int, seed: int = 0) -> list[tuple[str, str]]:
    """Draw different dates in words with their ISO form.

    Args:
        count: how many.
        seed: seed of the random numbers.

    Returns:
        ("the third of march 1987", "1987-03-03") and the like, all different, in the order drawn.
    """
    generator = random.Random(seed)
    pairs: dict[str, str] = {}
    while len(pairs) < count:
        day = _FIRST + timedelta(days=int(generator.random() * ((_LAST - _FIRST).days + 1)))
        form = _FORMS[int(generator.random() * len(_FORMS))]
        pairs.setdefault(_write(form, day), day.isoformat())
    return list(pairs.items())


def _write(form: str, day: date) -> str:
    month = _MONTHS[day.month - 1]
    return form.format(
        day=day.day,
        month=month,
        short=month[:3],
        year=day.year,
        weekday=_DAYS[day.weekday()],
        ordinal=_ordinal(day.day),
    )


def _ordinal(number: int) -> str:
    if number < 20:
        return _ONES[number]
    tens = {20: "twentieth", 30: "thirtieth"}.get(number)
    return tens or f"{'twenty' if number < 30 else 'thirty'} {_ONES[number % 10]}"
