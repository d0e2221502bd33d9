from dataclasses import replace

import pytest

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.cost import expected_seconds, token_seconds
from seqviz.models.cells.registry import CELLS
from seqviz.models.sentiment import SentimentNet

PLAIN = SentimentExperiment()


@pytest.mark.parametrize(
    "more",
    [
        {"num_epochs": 50},
        {"hidden_sizes": (64,)},
        {"hidden_sizes": (32, 32)},
        {"bidirectional": True},
        {"corpus": "imdb"},
        {"embedding": "skip-gram"},
    ],
)
def test_what_is_more_work_is_expected_to_take_longer(more):
    assert expected_seconds(replace(PLAIN, **more)) > expected_seconds(PLAIN)


def test_a_time_budget_bounds_the_expected_training():
    long = replace(PLAIN, corpus="imdb", num_epochs=50)
    bounded, shorter = (expected_seconds(replace(long, time_budget=seconds)) for seconds in (20, 1))
    assert bounded - shorter == pytest.approx(19)
    assert bounded < expected_seconds(long)


@pytest.mark.parametrize("cell", CELLS)
def test_the_gates_counted_are_those_of_the_weights(cell):
    net = SentimentNet(10, 4, cell, (3,))
    assert net.state_dict()["recurrent.weight_ih_l0"].shape[0] == len(CELLS[cell].blocks) * 3


def test_both_directions_cost_twice_one():
    assert token_seconds(replace(PLAIN, bidirectional=True)) == pytest.approx(2 * token_seconds(PLAIN))


def test_reading_and_measuring_are_told_too():
    """On real reviews, 4,000 of them over 3 epochs, they are more than the training steps themselves."""
    real = replace(PLAIN, corpus="imdb", num_train=4_000, max_length=100, num_epochs=3)
    steps = replace(real, num_epochs=6)
    assert 2 * expected_seconds(real) - expected_seconds(steps) > expected_seconds(real) / 2
