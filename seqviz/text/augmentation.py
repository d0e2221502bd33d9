"""Texts disturbed on purpose: misspelt, or with their words shuffled."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

SHORTEST_MISSPELT = 3
#: Ways to misspell a word.
TYPOS = ("swap", "deletion", "doubling", "wrong key")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def misspell(tokens: Sequence[str], share: float, generator: np.random.Generator) -> list[str]:
    """Misspell some words: two letters swapped ("come" to "cmoe"), one dropped, doubled or wrong.

    Args:
        tokens: words; those of fewer than three letters stay.
        share: chance of a mistake for each word, 0 to 1.
        generator: the only source of chance.

    Raises:
        ValueError: if the share is not from 0 to 1.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"a share runs from 0 to 1, not {share}")
    hit = generator.random(len(tokens)) < share
    return [
        mistake(token, TYPOS[int(generator.integers(4))], generator)
        if wrong and _can_be_misspelt(token)
        else token
        for token, wrong in zip(tokens, hit, strict=True)
    ]


def _can_be_misspelt(token: str) -> bool:
    return len(token) >= SHORTEST_MISSPELT and token.isalpha()


def mistake(word: str, kind: str, generator: np.random.Generator) -> str:
    """Make one mistake; the first letter stays, as it mostly does.

    Args:
        word: of three letters or more.
        kind: one of `TYPOS`.
        generator: draws the place, and the wrong letter.
    """
    place = int(generator.integers(1, len(word) - (kind == "swap")))
    before, letter, after = word[:place], word[place], word[place + 1 :]
    if kind == "swap":
        return before + after[0] + letter + after[1:]
    if kind == "deletion":
        return before + after
    if kind == "doubling":
        return before + letter + letter + after
    return before + _ALPHABET[int(generator.integers(len(_ALPHABET)))] + after


def shuffle_words(tokens: Sequence[str], generator: np.random.Generator) -> list[str]:
    """Return the same words in another order, drawn by chance; none is lost and none is new."""
    return [tokens[index] for index in generator.permutation(len(tokens))]
