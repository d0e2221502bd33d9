"""Strings of letters with their reverse: a task whose length is all that makes it hard."""

from __future__ import annotations

import random

LETTERS = "abcdefghijkl"


def reversals(count: int, max_length: int, seed: int) -> list[tuple[str, str]]:
    """Draw strings of letters with their reverse, every length from 1 to `max_length` equally often.

    Strings may repeat: there are few short ones.
    """
    generator = random.Random(seed)
    texts = []
    for _ in range(count):
        length = 1 + int(generator.random() * max_length)
        text = "".join(LETTERS[int(generator.random() * len(LETTERS))] for _ in range(length))
        texts.append((text, text[::-1]))
    return texts
