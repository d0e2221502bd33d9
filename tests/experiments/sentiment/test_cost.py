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
    assert expected_seconds(replace(long, time_budget=20)) < 30 < expected_seconds(long)


@pytest.mark.parametrize("cell", CELLS)
def test_the_gates_counted_are_those_of_the_weights(cell):
    net = SentimentNet(10, 4, cell, (3,))
    assert net.state_dict()["recurrent.weight_ih_l0"].shape[0] == len(CELLS[cell].blocks) * 3


def test_both_directions_cost_twice_one():
    assert token_seconds(replace(PLAIN, bidirectional=True)) == pytest.approx(2 * token_seconds(PLAIN))
