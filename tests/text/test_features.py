import numpy as np
import pytest

from seqviz.text.features import FEATURES, correlations, inside_quotes, place_in_line, place_in_word, vowel


def test_features_of_a_short_text():
    pieces = list('a "hi"\nb')
    assert inside_quotes(pieces).tolist() == [0, 0, 1, 1, 1, 0, 0, 0]
    assert place_in_line(pieces).tolist() == [1, 2, 3, 4, 5, 6, 0, 1]
    assert vowel(pieces).tolist() == [1, 0, 0, 0, 1, 0, 0, 0]
    assert place_in_word(pieces).tolist() == [1, 0, 0, 1, 2, 0, 0, 1]


def test_a_piece_of_several_letters_goes_by_its_last():
    assert vowel(["the", " so", "at", " off", "E"]).tolist() == [1, 1, 0, 0, 1]


def test_correlations_equal_numpys():
    random = np.random.default_rng(0)
    states, feature = random.normal(size=(40, 5)), random.normal(size=40)
    expected = [np.corrcoef(states[:, unit], feature)[0, 1] for unit in range(5)]
    assert correlations(states, feature) == pytest.approx(expected)


def test_what_never_changes_correlates_with_nothing():
    assert correlations(np.ones((4, 2)), np.arange(4.0)).tolist() == [0, 0]
    assert correlations(np.eye(4), np.ones(4)).tolist() == [0, 0, 0, 0]


def test_lengths_must_agree():
    with pytest.raises(ValueError, match="4 places with states but 3 with the feature"):
        correlations(np.ones((4, 2)), np.arange(3.0))


@pytest.mark.parametrize("name", FEATURES)
def test_every_feature_has_one_value_a_piece(name):
    assert FEATURES[name](["The", " wind", "\n"]).shape == (3,)
