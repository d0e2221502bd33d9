"""Nested brackets of two kinds with words between them; half of the closing brackets are of the wrong kind.

A bracket is right if its partner is of its own kind: reading from one end tells. A word is right if the two brackets
right around it belong together: one of them stands to its left, the other to its right, so it takes both. How deep a
token stands is another question: counting the brackets open so far answers it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

OPENING, CLOSING = ("(", "["), (")", "]")
WORD = "w"
#: A token's id is its place here; 0 is padding.
TOKENS = ("<pad>", *OPENING, *CLOSING, WORD)
NOT_ASKED, WRONG, RIGHT = -1, 0, 1
_WORD_SHARE, _OPEN_SHARE = 0.35, 0.55


@dataclass(frozen=True)
class BracketStrings:
    """Strings of equal length.

    Attributes:
        token_ids: (num_strings, length), places in TOKENS.
        labels: (num_strings, length), the answer at each token, NOT_ASKED where nothing is asked.
    """

    token_ids: np.ndarray
    labels: np.ndarray


def bracket_strings(
    rng: np.random.Generator,
    number: int,
    length: int,
    deepest: int,
    answers: Callable[[list[str]], list[int]],
) -> BracketStrings:
    """Draw strings in which every bracket has a partner.

    Args:
        rng: draws them.
        number: of strings.
        length: tokens of each.
        deepest: brackets open at once, at most.
        answers: `labels_of` or `depths_of`: tokens -> the label of each.
    """
    rows = [_draw(rng.random((length, 4)), deepest) for _ in range(number)]
    token_ids = np.array([[TOKENS.index(token) for token in row] for row in rows])
    return BracketStrings(token_ids, np.array([answers(row) for row in rows]))


def _draw(chance: np.ndarray, deepest: int) -> list[str]:
    """Write one string from numbers from 0 to 1, (length, 4): word or bracket, open or close, which kind, wrong."""
    tokens: list[str] = []
    kinds: list[int] = []
    for place, (word, opens, kind, wrong) in enumerate(chance):
        left = len(chance) - place
        if word < _WORD_SHARE and len(kinds) < left:
            tokens.append(WORD)
        elif len(kinds) < min(deepest, left - 1) and (not kinds or opens < _OPEN_SHARE):
            kinds.append(int(kind < 0.5))
            tokens.append(OPENING[kinds[-1]])
        elif kinds:
            tokens.append(CLOSING[kinds.pop() ^ int(wrong < 0.5)])
        else:
            tokens.append(WORD)
    return tokens


def depths_of(tokens: list[str]) -> list[int]:
    """Return how many brackets are open at each token; a bracket counts itself, so two partners are equally deep."""
    depths: list[int] = []
    depth = 0
    for token in tokens:
        depth += token in OPENING
        depths.append(depth)
        depth -= token in CLOSING and depth > 0
    return depths


def labels_of(tokens: list[str]) -> list[int]:
    """Return whether each token stands in or at a pair of brackets of one kind: RIGHT, WRONG or NOT_ASKED.

    A bracket without a partner, and a word inside of one only, is WRONG.
    """
    labels = [NOT_ASKED] * len(tokens)
    open_places: list[int] = []
    inside: list[list[int]] = [[]]
    for place, token in enumerate(tokens):
        if token in OPENING:
            open_places.append(place)
            inside.append([])
        elif token in CLOSING:
            partner = open_places.pop() if open_places else None
            is_right = partner is not None and OPENING.index(tokens[partner]) == CLOSING.index(token)
            words = inside.pop() if partner is not None else []
            for known in [place, *words, *([] if partner is None else [partner])]:
                labels[known] = RIGHT if is_right else WRONG
        elif open_places:
            inside[-1].append(place)
    for known in [*open_places, *(place for words in inside[1:] for place in words)]:
        labels[known] = WRONG
    return labels


def tokens_of(text: str, longest: int) -> list[str]:
    """Return the brackets of a text, with one word for whatever stands between two of them.

    Args:
        text: what a person wrote.
        longest: tokens, at most.
    """
    spaced = "".join(f" {mark} " if mark in OPENING + CLOSING else mark for mark in text)
    return [piece if piece in OPENING + CLOSING else WORD for piece in spaced.split()][:longest]
