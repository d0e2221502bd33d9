from __future__ import annotations

import numpy as np
import pytest

from seqviz.experiments.clipping.config import ARMS, ClippingExperiment
from seqviz.experiments.recall.config import RecallExperiment
from seqviz.runs.events import Finished, Metrics, Note
from seqviz.runs.experiment import ConfigError, from_config, to_config
from seqviz.runs.registry import experiment_class, train

SMALL = {"clipping": ClippingExperiment(length=8, num_steps=10, hidden_size=4, batch_size=4),
         "recall": RecallExperiment(longest_lag=4, num_steps=20, hidden_size=4, batch_size=4)}  # fmt: skip


def events(experiment, kind):
    return [event for event in train(experiment) if isinstance(event, kind)]


@pytest.mark.parametrize("kind", SMALL)
def test_every_arm_reports_and_the_same_seed_gives_the_same_numbers(kind):
    first, second = (events(SMALL[kind], Metrics) for _ in range(2))
    assert [(m.arm, m.values) for m in first] == [(m.arm, m.values) for m in second]
    [finished] = events(SMALL[kind], Finished)
    assert set(finished.result["arms"]) == {m.arm for m in first}


@pytest.mark.parametrize("kind", SMALL)
def test_a_config_survives_the_store(kind):
    again = from_config(experiment_class(kind), to_config(SMALL[kind]))
    assert again == SMALL[kind]


@pytest.mark.parametrize("wrong", [{"longest_lag": 201}, {"num_steps": 1}, {"forget_bias": "a"}])
def test_a_recall_setting_out_of_bounds_is_refused(wrong):
    with pytest.raises(ConfigError):
        RecallExperiment(**wrong)


def test_a_run_without_clipping_explodes_while_its_twins_go_on():
    experiment = ClippingExperiment(factor=1.2, length=30, learning_rate=0.01, num_steps=12)
    told = events(experiment, Note)
    assert [note.content["arm"] for note in told] == [ARMS[0]]
    assert "the loss became" in told[0].content["message"]
    [finished] = events(experiment, Finished)
    assert finished.result["arms"][ARMS[1]]["steps"] == 12
    for metrics in events(experiment, Metrics):
        assert np.isfinite(list(metrics.values.values())).all()


def test_the_arms_see_the_same_first_batch_and_weights():
    first = {m.arm: m.values["train_loss"] for m in events(SMALL["clipping"], Metrics) if m.step == 1}
    assert len(set(first.values())) == 1


def test_gradients_are_noted_at_the_beginning_and_at_the_end_of_every_arm():
    notes = [note.content for note in events(SMALL["recall"], Note)]
    for cell in ("rnn", "lstm", "gru"):
        for lag in SMALL["recall"].lags:
            mine = [note for note in notes if (note["cell"], note["lag"]) == (cell, lag)]
            assert [note["step"] for note in mine] == [0, 20]
            assert len(mine[0]["hidden_state"]) == lag + 1
            assert ("cell_state" in mine[0]) == (cell == "lstm")


def test_the_gru_learns_a_short_lag_in_few_steps():
    experiment = RecallExperiment(longest_lag=4, hidden_size=16, num_steps=100)
    [finished] = events(experiment, Finished)
    assert finished.result["arms"]["gru 2"]["accuracy"] > 0.9
