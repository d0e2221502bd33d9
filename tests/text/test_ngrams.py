import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.lm import WittenBellInterpolated
from nltk.lm.smoothing import WittenBell
from nltk.lm.vocabulary import Vocabulary
from nltk.util import everygrams

from seqviz.text.ngrams import NgramModel

TEXT = "the cat sat on the mat and the dog sat on the log ; the cat and the dog ran"
NAMES = sorted(set(TEXT.split()))
IDS = np.array([NAMES.index(word) for word in TEXT.split()])


class EvenBelowSingles(WittenBell):
    """NLTK's estimator with one level more: single symbols fall back to the even distribution."""

    def unigram_score(self, word):
        counts = self.counts.unigrams
        kinds = len(counts)
        return (counts[word] + kinds / len(NAMES)) / (counts.N() + kinds)


@pytest.mark.parametrize("order", [1, 2, 3, 4])
def test_probabilities_equal_nltks_witten_bell(order):
    theirs = WittenBellInterpolated(order, vocabulary=Vocabulary(NAMES, unk_cutoff=1))
    theirs.estimator = EvenBelowSingles(theirs.vocab, theirs.counts)
    theirs.fit([list(everygrams(TEXT.split(), max_len=order))])
    ours = NgramModel.fit(IDS, order, len(NAMES))
    for context in (["the"], ["on", "the"], ["cat", "sat", "on"], ["ran", "dog"]):
        row = ours.distribution([NAMES.index(word) for word in context])
        for word in NAMES:
            expected = theirs.score(word, tuple(context[-(order - 1) :]) if order > 1 else None)
            assert row[NAMES.index(word)] == pytest.approx(expected, abs=1e-12)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.integers(0, 4), min_size=2, max_size=40),
    st.integers(1, 4),
    st.lists(st.integers(0, 5), max_size=5),
)
def test_a_distribution_is_positive_and_sums_to_one_whatever_was_read(ids, order, context):
    model = NgramModel.fit(np.array(ids), order, 6)
    row = model.distribution(context)
    assert row.sum() == pytest.approx(1.0)
    assert row.min() > 0
    assert [model.probability(k, context) for k in range(6)] == pytest.approx(list(row))


def test_nats_are_the_sum_over_the_text_and_steps_agree():
    model = NgramModel.fit(IDS, 3, len(NAMES))
    state, total = model.start(), 0.0
    for before, after in zip(IDS[:-1], IDS[1:], strict=True):
        scores, state = model.step(state, int(before))
        total -= scores[after]
    assert model.nats(IDS) == pytest.approx(total, rel=1e-5)


def test_single_symbols_by_hand():
    model = NgramModel.fit(np.array([0, 0, 0, 1]), 1, 4)
    assert model.followers == {(): Counter({0: 3, 1: 1})}
    assert model.distribution([]) == pytest.approx([3.5 / 6, 1.5 / 6, 0.5 / 6, 0.5 / 6])
    assert model.nats(np.array([0, 1])) == pytest.approx(-math.log(1.5 / 6))


def test_order_zero_is_refused():
    with pytest.raises(ValueError, match="at least 1 symbol, not 0"):
        NgramModel.fit(IDS, 0, len(NAMES))


@pytest.mark.parametrize("order", [1, 2, 3, 4])
def test_the_context_is_the_last_symbols_but_for_the_one_to_come(order):
    model = NgramModel.fit(IDS, order, len(NAMES))
    state = model.start()
    assert state == ()
    for read, symbol in enumerate(IDS.tolist(), start=1):
        scores, state = model.step(state, symbol)
        assert state == tuple(IDS[max(0, read - order + 1) : read].tolist())
        assert scores == pytest.approx(np.log(model.distribution(IDS[:read].tolist())), rel=1e-6)
