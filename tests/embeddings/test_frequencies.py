import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.embeddings.frequencies import discard_probability, keep_probability, noise_distribution, shares

PUBLISHED = [(1e-5, 1e-6, 0.0), (1e-5, 1e-5, 0.0), (1e-5, 1e-4, 0.683772233983162), (1e-5, 1e-3, 0.9)]
PUBLISHED += [(1e-5, 0.05, 0.9858578643762691)]
C_CODE = [
    (1e-3, 1e-4, 1.0),
    (1e-3, 1e-3, 1.0),
    (1e-3, 0.01, 0.416227766016838),
    (1e-3, 0.05, 0.1614213562373095),
]


@pytest.mark.parametrize(("threshold", "frequency", "expected"), PUBLISHED)
def test_the_published_discard_probability(threshold, frequency, expected):
    assert discard_probability(np.array([frequency]), threshold)[0] == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(("threshold", "frequency", "expected"), C_CODE)
def test_the_keep_probability_of_the_c_code(threshold, frequency, expected):
    assert keep_probability(np.array([frequency]), threshold)[0] == pytest.approx(expected, rel=1e-12)


@given(frequency=st.floats(0, 1), threshold=st.floats(1e-8, 1))
def test_the_c_code_never_keeps_less_than_the_paper(frequency, threshold):
    keep = keep_probability(np.array([frequency]), threshold)[0]
    assert 0 < keep <= 1
    assert keep >= 1 - discard_probability(np.array([frequency]), threshold)[0] - 1e-12


def test_a_threshold_of_zero_keeps_everything():
    assert (keep_probability(np.array([0.0, 0.5]), 0.0) == 1).all()


def test_a_threshold_below_zero_is_refused():
    with pytest.raises(ValueError, match="above 0"):
        discard_probability(np.array([0.1]), -1.0)


def test_three_quarters_lift_rare_words_and_lower_frequent_ones():
    counts = np.array([1000, 100, 10, 1])
    unigram = [0.9000900090009001, 0.09000900090009001, 0.009000900090009001, 0.0009000900090009]
    expected = [0.8229950540501579, 0.14635151591812662, 0.026025388738518822, 0.004628041293196688]
    np.testing.assert_allclose(noise_distribution(counts, 1.0), unigram, rtol=1e-10)
    np.testing.assert_allclose(noise_distribution(counts), expected, rtol=1e-12)


def test_power_zero_draws_all_words_that_occur_alike():
    np.testing.assert_allclose(noise_distribution(np.array([9, 0, 1]), 0.0), [0.5, 0, 0.5])


def test_a_vocabulary_that_never_occurs_has_no_noise():
    with pytest.raises(ValueError, match="every count is 0"):
        noise_distribution(np.zeros(3))
    assert (shares(np.zeros(3)) == 0).all()


def test_the_code_keeps_every_word_up_to_2_6_times_the_threshold_and_never_less_than_the_paper():
    f = np.geomspace(1e-6, 1, 500)
    kept = keep_probability(f, 1e-3)
    assert (kept[f <= 2.6e-3] == 1).all()
    assert (kept[f >= 2.62e-3] < 1).all()
    assert (kept >= 1 - discard_probability(f, 1e-3)).all()
