import numpy as np
import pytest

from seqviz.experiments.language_model.verbatim_shares import NUM_SYMBOLS, TEMPERATURES, shares_by_temperature
from seqviz.text.vocabulary import SPECIALS, Vocabulary

LETTERS = "abcdefghij"
VOCABULARY = Vocabulary((*SPECIALS, *LETTERS))


class Reciter:
    """Scores the alphabet's next letter higher than the others, which a high temperature makes up for."""

    def start(self):
        return 0

    def step(self, state, symbol):
        scores = np.zeros(len(VOCABULARY), np.float32)
        scores[2 + (symbol - 1) % len(LETTERS)] = 4.0
        return scores, state


def shares(training):
    return shares_by_temperature(Reciter(), VOCABULARY, [2], training, "characters", seed=0)


def test_what_is_recited_is_found_and_what_is_improvised_is_not():
    found = shares(LETTERS * 200)
    assert found["temperatures"] == list(TEMPERATURES)
    assert found["characters"] == [NUM_SYMBOLS["characters"]] * 3
    assert found["shares"][0] == pytest.approx(1.0, abs=0.01)
    assert found["shares"][0] >= found["shares"][1] > found["shares"][2] + 0.1


def test_of_another_text_nothing_is_memorised():
    assert shares("the cat sat on the mat. " * 50)["shares"] == [0.0, 0.0, 0.0]
