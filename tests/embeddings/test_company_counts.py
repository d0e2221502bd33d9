import math

import numpy as np
import pytest

from seqviz.embeddings.blocks import FlatCorpus
from seqviz.embeddings.company_counts import CompanyCounts, count_company, ratio_of
from seqviz.embeddings.cooccurrence import cooccurrence
from seqviz.text.intervals import share_interval


def a_text(num_words=12, length=300):
    rng = np.random.default_rng(0)
    ids = rng.integers(0, num_words, length)
    return FlatCorpus(ids, np.sort(rng.integers(0, 9, length)), np.bincount(ids, minlength=num_words))


@pytest.mark.parametrize("window", [1, 4, 400])
def test_the_counts_are_those_of_the_whole_matrix(window):
    text, vocabulary = a_text(), tuple("abcdefghijkl")
    whole = cooccurrence(text, window, False).toarray()
    found = count_company(text, vocabulary, ["c", "k", "zebra", "a", "c"], window)
    rows = [2, 10, 0]
    assert found.words == ("c", "k", "a")
    np.testing.assert_array_equal(found.totals, whole.sum(axis=1)[rows])
    np.testing.assert_array_equal(found.counts, whole[np.ix_(rows, rows)])


def test_the_ends_of_a_text_shorter_than_the_window_keep_each_other_company():
    text = FlatCorpus(np.array([0, 1, 2]), np.zeros(3, int), np.ones(3, int))
    found = count_company(text, ("a", "b", "c"), ["a", "c"], 9)
    np.testing.assert_array_equal(found.counts, [[0, 1], [1, 0]])


def test_a_word_is_found_in_lower_case_too():
    found = CompanyCounts(("ice", "steam"), np.array([3, 4]), np.zeros((2, 2), np.int64))
    assert (found.row("Steam"), found.row("ice"), found.row("snow")) == (1, 0, None)


def counted(a, b, totals=(100, 400)):
    counts = np.zeros((3, 3), np.int64)
    counts[0, 2], counts[1, 2] = a, b
    return CompanyCounts(("one", "other", "probe"), np.array([*totals, 50]), counts)


def test_the_ratio_is_that_of_the_shares_and_its_interval_holds_it():
    found = ratio_of(counted(8, 16), 0, 1, 2)
    assert (found.counts, found.shares) == ((8, 16), (0.08, 0.04))
    assert found.ratio == pytest.approx(0.08 / 0.04)
    ends = share_interval(8, 24)
    assert found.low == pytest.approx(ends.low / (1 - ends.low) * 400 / 100)
    assert found.low < found.ratio < found.high < ratio_of(counted(4, 8), 0, 1, 2).high


def test_the_interval_holds_the_true_ratio_as_often_as_it_says():
    rng = np.random.default_rng(1)
    drawn = zip(rng.poisson(3 * 10, 2_000), rng.poisson(2 * 10, 2_000), strict=True)
    held = [ratio_of(counted(a, b, (100, 100)), 0, 1, 2) for a, b in drawn]
    assert np.mean([one.low <= 1.5 <= one.high for one in held]) == pytest.approx(0.95, abs=0.015)


def test_probes_that_stand_near_one_word_alone_or_near_none():
    only_one, only_other, neither = (ratio_of(counted(*c), 0, 1, 2) for c in ((5, 0), (0, 5), (0, 0)))
    assert math.isinf(only_one.ratio) and only_one.low > 1 and math.isinf(only_one.high)
    assert only_other.ratio == 0 and only_other.low == 0 < only_other.high < math.inf
    assert math.isnan(neither.ratio) and (neither.low, neither.high) == (0, math.inf)
