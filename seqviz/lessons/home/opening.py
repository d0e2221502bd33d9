"""What the first picture of Home is there to show."""

from __future__ import annotations

import numpy as np

from seqviz.runs.picture_claim import PictureClaim
from seqviz.ui.opening import Opening
from seqviz.ui.sentences import readers
from seqviz.ui.sentences.review import REVIEW


def _answers() -> np.ndarray:
    """Return the curve over the picture: the net's answer after each token of the sentence that stands there."""
    net = readers.reader(readers.OPENS_WITH)
    return net.positive_after_each_token(net.encode(REVIEW.default))


_TURNS = PictureClaim[np.ndarray](
    "The net changes its mind in the middle of the sentence: it holds it for negative, and at the end for positive.",
    lambda answers: bool(answers.min() < 0.5 < answers[-1]),
)
OPENINGS = (Opening(_TURNS, _answers),)
