import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from seqviz.models.inspect.gates import trace
from seqviz.models.inspect.units import (
    ReadText,
    by_correlation,
    by_distance,
    by_variance,
    correlation,
    most_exciting,
    rank_units,
    read_texts,
)
from seqviz.models.sentiment import SentimentNet

TOKENS = ("it", "was", "not", "at", "all", "superb", ",", "but", "dull", ".")


@given(st.integers(0, 1000))
def test_correlations_are_numpys(seed):
    generator = np.random.default_rng(seed)
    values, marks = generator.normal(size=(30, 4)), generator.normal(size=30)
    expected = [np.corrcoef(values[:, unit], marks)[0, 1] for unit in range(4)]
    np.testing.assert_allclose(correlation(values, marks), expected, atol=1e-12)


def test_a_unit_or_a_property_that_never_varies_correlates_with_nothing():
    assert correlation(np.full((5, 1), 0.7, np.float32), np.arange(5.0)).tolist() == [0.0]
    assert correlation(np.arange(5.0)[:, None], np.zeros(5)).tolist() == [0.0]


def test_the_unit_that_follows_a_property_is_found_above_chance():
    generator = np.random.default_rng(1)
    marks = (generator.uniform(size=600) < 0.1).astype(float)
    values = generator.normal(size=(600, 8))
    values[:, 5] = -3 * marks + 0.3 * generator.normal(size=600)
    ranking = rank_units(values, marks)
    assert ranking.units[0] == 5
    assert ranking.correlation[0] < -0.9
    assert ranking.chance < 0.3
    assert (ranking.num_tokens, ranking.num_marked) == (600, np.count_nonzero(marks))


def test_noise_rarely_beats_the_displaced_control():
    beaten = []
    for seed in range(40):
        generator = np.random.default_rng(seed)
        slow = np.cumsum(generator.normal(size=(300, 6)), axis=0)
        ranking = rank_units(slow, np.sin(np.arange(300) / 15 + seed), seed)
        beaten.append(abs(ranking.correlation[0]) > ranking.chance)
    assert np.mean(beaten) < 0.25


def test_units_are_sorted_by_variance_and_by_how_they_follow_the_prediction():
    path = np.array([0.1, 0.9, 0.2, 0.8])
    values = np.stack([np.zeros(4), 0.1 * path, np.array([0.0, 1, 1, 0])], axis=1)
    assert by_variance(values).tolist() == [2, 1, 0]
    assert by_correlation(values, path)[0] == 1


def text(*values):
    return ReadText(tuple(map(str, values)), np.array(values, np.float32)[:, None])


def test_the_most_exciting_texts_are_named_once_each_by_their_highest_token():
    texts = [text(0.1, 0.2), text(0.9, 0.8), text(-0.5, 0.3), text(0.9, 0.8)]
    found = most_exciting(texts, 0, 2)
    assert [(one.text, one.token, round(one.value, 3)) for one in found] == [(1, 0, 0.9), (2, 1, 0.3)]


def test_the_least_exciting_texts_are_found_by_the_other_sign():
    found = most_exciting([text(0.1, 0.2), text(-0.5, 0.3)], 0, 1, sign=-1)
    assert (found[0].text, found[0].token, found[0].value) == (1, 0, -0.5)


@pytest.mark.parametrize("direction", ["forward", "reverse"])
def test_texts_read_together_give_what_each_gives_alone(direction):
    with torch.random.fork_rng():
        torch.manual_seed(0)
        net = SentimentNet(20, 5, "gru", (4, 3), True, 0.0, "last")
    texts = [(TOKENS[:length], np.arange(2, 2 + length)) for length in (3, 1, 7)]
    for (tokens, ids), read in zip(texts, read_texts(net, texts, 1, direction, "update_gate"), strict=True):
        alone = next(
            one for one in trace(net, ids, tokens).layers if (one.layer, one.direction) == (1, direction)
        )
        assert read.tokens == tokens
        np.testing.assert_allclose(read.values, alone.gates["update_gate"], atol=1e-6)


def test_units_far_apart_in_two_readings_come_first_whatever_the_sign():
    difference = np.array([[0.1, -0.9, 0.0], [np.nan, np.nan, np.nan], [0.2, 0.1, 0.0]])
    assert by_distance(difference).tolist() == [1, 0, 2]
