import numpy as np
import pytest

from seqviz.text.baseline import fit_baseline

GOOD = [f"a {word} film , it is not bad" for word in ("good", "great", "fine", "lovely")]
POOR = [f"a {word} film , it is not good" for word in ("bad", "poor", "dull", "awful")]
LABELS = np.array([1] * 4 + [0] * 4)


def test_word_pairs_tell_not_good_from_not_bad():
    baseline = fit_baseline(GOOD + POOR, LABELS)
    probability = baseline.positive_probability(["it is not bad", "it is not good"])
    assert probability[0] > 0.5 > probability[1]


def test_score_counts_features_and_time():
    baseline = fit_baseline(GOOD + POOR, LABELS)
    score = baseline.score(GOOD[:1] + POOR[:3], np.array([1, 0, 0, 1]))
    assert score.accuracy == 0.75
    assert score.num_features == 14 + 22
    assert score.seconds > 0


def test_the_number_of_features_can_be_limited():
    assert fit_baseline(GOOD + POOR, LABELS, max_features=10).num_features == 10


def test_no_texts_give_no_probabilities():
    assert fit_baseline(GOOD + POOR, LABELS).positive_probability([]).shape == (0,)


def test_texts_of_one_class_are_refused():
    with pytest.raises(ValueError, match="two classes"):
        fit_baseline(GOOD, np.ones(4))


def test_single_words_alone_cannot_tell_an_order():
    baseline = fit_baseline(GOOD + POOR, LABELS, longest=1)
    one, other = baseline.positive_probability(["good , not bad", "bad , not good"])
    assert one == pytest.approx(other)
