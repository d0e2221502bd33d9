"""What the first pictures of the lesson on the recurrent neuron are there to show."""

from __future__ import annotations

from seqviz.experiments.word_order.pairs import is_positive
from seqviz.lessons.recurrent_neuron.numbers_findings import BEYOND, beyond_answer
from seqviz.lessons.recurrent_neuron.reading import SENTENCE, plain_reader
from seqviz.runs.picture_claim import PictureClaim
from seqviz.text.tokens import words
from seqviz.ui.opening import Opening


def _first_answer() -> float:
    """Return the plain net's probability of positive after the sentence that the page opens with."""
    return float(plain_reader().positive(words(SENTENCE.default))["recurrent"])


OPENINGS = (
    Opening(
        PictureClaim(
            "At the end of the sentence the net gives the right answer.",
            lambda positive: (positive > 0.5) == is_positive(words(SENTENCE.default)),
        ),
        _first_answer,
    ),
    Opening(
        PictureClaim(
            "Beyond the numbers that it learned from the tanh net stops at a largest one.",
            lambda answer: answer == BEYOND[1],
        ),
        beyond_answer,
    ),
)
