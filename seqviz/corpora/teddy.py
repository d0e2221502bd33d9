"""Sentences in which only what follows tells whether a word names a toy or a person: Teddy bears, Teddy Roosevelt.

Every opening comes with as many continuations about a toy as about a person, so that whoever has read up to
"Teddy" cannot know: the best guess is one half.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seqviz.text.tokens import words

LABELS = ("other", "toy", "person")
OPENINGS = (
    "He said, ",
    "She said, ",
    "They said, ",
    "My brother wrote: ",
    "The teacher asked: ",
    "In the shop I heard, ",
    "I read in the paper: ",
    "Then, ",
    "On Monday ",
    "We all know: ",
    "",
)
#: Each names one thing and goes on; "*" marks the words that are labelled.
TOYS = (
    "*Teddy *bears are on sale!",
    "*Teddy *bears have soft ears.",
    "*Teddy lost an eye and was sewn up again.",
    "*Teddy *bear fell off the shelf.",
    "*Teddy sat on the shelf beside the *dolls.",
    "The *doll has a red dress.",
    "*Teddy was washed and hung up to dry.",
    "*Teddy needs new stuffing.",
)
PERSONS = (
    "*Teddy *Roosevelt was a president.",
    "*Teddy *Roosevelt liked to ride.",
    "*Teddy lost an election and went hunting.",
    "*Teddy *Brown fell off his horse.",
    "*Teddy sat at the table beside *Anna.",
    "*Anna has a red coat.",
    "*Teddy was elected and gave a speech.",
    "*Teddy needs new shoes.",
)


@dataclass(frozen=True)
class LabelledSentence:
    """A sentence with a label for each token.

    Attributes:
        tokens: (num_tokens,).
        labels: (num_tokens,) places in LABELS.
    """

    tokens: tuple[str, ...]
    labels: tuple[int, ...]


def teddy_sentences() -> list[LabelledSentence]:
    """Return every opening with every continuation, a toy and a person by turns."""
    both = [(text, 1 + k) for pair in zip(TOYS, PERSONS, strict=True) for k, text in enumerate(pair)]
    return [_labelled(opening, text, label) for opening in OPENINGS for text, label in both]


def split_in_pairs(
    sentences: list[LabelledSentence], share: float, seed: int
) -> tuple[list[LabelledSentence], list[LabelledSentence]]:
    """Set a share of the pairs aside; toy and person of one pair stay together, so both parts stay balanced."""
    order = np.random.default_rng(seed).permutation(len(sentences) // 2)
    num_aside = round(share * len(order))
    picked = [[sentences[2 * k], sentences[2 * k + 1]] for k in order]
    aside, rest = picked[:num_aside], picked[num_aside:]
    return [one for pair in rest for one in pair], [one for pair in aside for one in pair]


def _labelled(opening: str, text: str, label: int) -> LabelledSentence:
    tokens, labels = words(opening), [0] * len(words(opening))
    for piece in text.split():
        found = words(piece.removeprefix("*"))
        tokens += found
        labels += [label if piece.startswith("*") and k == 0 else 0 for k in range(len(found))]
    return LabelledSentence(tuple(tokens), tuple(labels))
