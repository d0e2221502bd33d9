"""A pattern that a person has typed, run on a text: within a bounded time, and wrong ones answered with a sentence."""

from __future__ import annotations

import regex

SECONDS = 0.5  # for one text; an honest pattern needs a thousandth of it


class OwnPatternError(ValueError):
    """A pattern or replacement that cannot be run; the message says why."""


def replace_matches(pattern: str, replacement: str, text: str, seconds: float = SECONDS) -> tuple[str, int]:
    r"""Replace every match of a regular expression.

    Python's `re` cannot be stopped: a pattern such as (a+)+b tries every way to divide a run of a's among its two
    repetitions, twice as many with each further letter. The package `regex` gives up after a time, and lets other
    threads run meanwhile.

    Args:
        pattern: a regular expression.
        replacement: what stands in place of each match; \1 is its first group.
        text: any text.
        seconds: after which to give up.

    Returns:
        The text afterwards, and how many matches were replaced.

    Raises:
        OwnPatternError: if the pattern or replacement is wrong, or takes too long.
    """
    try:
        compiled = regex.compile(pattern, regex.VERSION0)
        after, number = compiled.subn(replacement, text, timeout=seconds, concurrent=True)
    except TimeoutError:
        raise OwnPatternError(
            f"Stopped after {seconds:g} s. This pattern tries one way after another to match the same characters, "
            "often twice as many with each further one (catastrophic backtracking): one repetition inside another, "
            "such as (a+)+, does that. Python's own re would go on, and whoever waits for it would wait too."
        ) from None
    except (regex.error, IndexError, OverflowError, RecursionError, MemoryError) as error:
        raise OwnPatternError(f"This pattern or its replacement is wrong: {error}.") from None
    return str(after), int(number)
