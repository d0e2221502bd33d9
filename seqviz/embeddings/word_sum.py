"""A sum of three words as people write it: king - man + woman."""

from __future__ import annotations

import re

#: A sign stands at the beginning, beside a space, or in a line that has no spaces at all; else it is a hyphen.
_APART = re.compile(r"(?:^|(?<=\s))[+-]|[+-](?=\s)")
_ANYWHERE = re.compile(r"[+-]")


def read_word_sum(text: str) -> tuple[str, str, str]:
    """Read a sum of three words, two added and one taken away, in any order.

    Args:
        text: for example "king - man + woman", "king + woman − man" or "king-man+woman".

    Returns:
        The words as "a is to b as c is to ...?" has them: the one taken away, then the two added ones in their
        order.

    Raises:
        ValueError: if it is no such sum.
    """
    line = re.sub("[−–—]", "-", text).strip()
    signs = _APART if re.search(r"\s", line) else _ANYWHERE
    words = [word.strip() for word in signs.split(line)]
    found = signs.findall(line)
    if words[0]:
        found = ["+", *found]
    else:
        words = words[1:]
    added = [word for word, sign in zip(words, found, strict=True) if sign == "+"]
    taken = [word for word, sign in zip(words, found, strict=True) if sign == "-"]
    if len(added) != 2 or len(taken) != 1 or any(len(word.split()) != 1 for word in words):
        raise ValueError(
            "Three words are needed, two to add and one to take away, such as king − man + woman."
        )
    return taken[0], added[0], added[1]
