"""Two texts laid under each other so that what they share stands in the same columns."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

Places = list[int | None]


def align(above: Sequence[str], below: Sequence[str]) -> tuple[Places, Places]:
    """Return, for each column, which token of either text stands there; None is a gap.

    Equal runs of tokens share their columns; where one text says something else, the two wordings share
    columns as far as the shorter one reaches.

    Args:
        above: the first text's tokens.
        below: the second text's tokens.

    Returns:
        Two lists of the same length; without its gaps each counts 0, 1, 2 …

    Source: Ratcliff and Obershelp's matching, as in Python's difflib.
    """
    columns_above: Places = []
    columns_below: Places = []
    matcher = SequenceMatcher(None, above, below, autojunk=False)
    for _, start_above, end_above, start_below, end_below in matcher.get_opcodes():
        width = max(end_above - start_above, end_below - start_below)
        columns_above += _filled(start_above, end_above, width)
        columns_below += _filled(start_below, end_below, width)
    return columns_above, columns_below


def _filled(start: int, end: int, width: int) -> Places:
    return [*range(start, end), *[None] * (width - (end - start))]
