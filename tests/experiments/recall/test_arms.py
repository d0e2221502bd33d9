from __future__ import annotations

import pytest

from seqviz.experiments.recall.arms import arms_of, cell_of, net_and_lag, title_of
from seqviz.experiments.recall.config import RecallExperiment


def test_without_more_seeds_and_biases_there_are_the_cells_at_each_lag():
    arms = arms_of(RecallExperiment(longest_lag=4, seed=7, set_forget_bias=True, forget_bias=3.0))
    assert [arm.name for arm in arms[:3]] == ["rnn 1", "lstm 1", "gru 1"]
    assert {(arm.forget_bias, arm.seed) for arm in arms} == {(3.0, 7)}


def test_every_net_is_trained_from_every_seed_and_found_again_by_its_name():
    experiment = RecallExperiment(longest_lag=4, compare_biases=True, num_seeds=2)
    arms = arms_of(experiment)
    assert len({arm.name for arm in arms}) == len(arms) == len(experiment.lags) * 2 * 5
    assert {arm.name for arm in arms} >= {"lstm 2", "lstm bias 4 2", "lstm bias 4 2, seed 1"}
    for arm in arms:
        assert net_and_lag(arm.name) == (arm.net, arm.lag)
        assert cell_of(arm.net) == arm.cell


@pytest.mark.parametrize(("net", "title"), [("gru", "GRU"), ("lstm bias 2", "LSTM, forget bias 2")])
def test_a_net_has_a_title(net, title):
    assert title_of(net) == title
