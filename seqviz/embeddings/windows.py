"""The training examples that a sliding window takes from a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class WindowView:
    """One place of the sliding window.

    Attributes:
        focus: position of the focus word.
        context: positions of its context words, left to right.
    """

    focus: int
    context: tuple[int, ...]


def windows(num_tokens: int, window: int) -> list[WindowView]:
    """Return what each position of a sentence sees: up to `window` words on either side.

    Raises:
        ValueError: if the window is smaller than 1.
    """
    if window < 1:
        raise ValueError(f"The window must be at least 1 word, but it is {window}.")
    return [
        WindowView(
            focus,
            tuple(
                j for j in range(max(0, focus - window), min(num_tokens, focus + window + 1)) if j != focus
            ),
        )
        for focus in range(num_tokens)
    ]


def skip_gram_pairs(tokens: Sequence[str], window: int) -> list[tuple[str, str]]:
    """Return skip-gram's examples, (focus, context): from the focus word, predict each neighbour."""
    return [(tokens[view.focus], tokens[j]) for view in windows(len(tokens), window) for j in view.context]


def cbow_examples(tokens: Sequence[str], window: int) -> list[tuple[list[str], str]]:
    """Return CBOW's examples, (context words, focus): from all neighbours together, predict the focus word.

    A word without neighbours gives no example.
    """
    views = windows(len(tokens), window)
    return [([tokens[j] for j in view.context], tokens[view.focus]) for view in views if view.context]


def expected_pairs(num_tokens: int, window: int) -> float:
    """Return how many pairs a pass of a training takes from a sentence, on average.

    word2vec draws the reach of every position again, evenly from 1 to the window, so a neighbour d words away is seen
    with the chance (window - d + 1) / window. No word is thinned out here.

    Raises:
        ValueError: if the window is smaller than 1.
    """
    distances = (abs(view.focus - j) for view in windows(num_tokens, window) for j in view.context)
    return sum((window - distance + 1) / window for distance in distances)


def pairs_of_reaches(reaches: Sequence[int]) -> int:
    """Return how many pairs a sentence gives when each of its positions looks so many words to either side."""
    last = len(reaches) - 1
    return sum(min(reach, place) + min(reach, last - place) for place, reach in enumerate(reaches))
