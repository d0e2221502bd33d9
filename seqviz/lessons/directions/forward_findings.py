"""What the forward net says of the two Teddy sentences, judged by the nets at hand."""

from __future__ import annotations

import functools

import numpy as np

from seqviz.experiments.tagging.config import ARMS
from seqviz.lessons.directions.teddy import ASKED, FIRST, SECOND, tagging_reader
from seqviz.text.tokens import words
from seqviz.ui.runs.trained import BUNDLED

SAME_OR_NOT = ("toy in one, person in the other", "exactly the same in both", "nearly the same in both")


@functools.lru_cache(maxsize=1)
def _forward_at_teddy() -> tuple[np.ndarray, np.ndarray]:
    """What the bundled forward net says at the word in both of the page's own sentences, (labels,) each."""
    reader = tagging_reader(BUNDLED)
    first, second = (words(setting.default) for setting in (FIRST, SECOND))
    one, two = (reader.probabilities(ARMS[0], tokens)[tokens.index(ASKED)] for tokens in (first, second))
    return one, two


def forward_answer() -> str:
    """Return which of SAME_OR_NOT is true of the bundled forward net."""
    one, two = _forward_at_teddy()
    if (one == two).all():
        return SAME_OR_NOT[1]
    return SAME_OR_NOT[0] if one.argmax() != two.argmax() else SAME_OR_NOT[2]


def reveal_forward() -> str:
    """Say what the forward net says at the word, and why."""
    one, two = _forward_at_teddy()
    return (
        f"Measured in the net that comes with the app: the largest difference of a probability is "
        f"**{np.abs(one - two).max():g}**. The state at *Teddy* is computed from the words up to *Teddy*, and those "
        "are the same in both sentences. No training can change that."
    )
