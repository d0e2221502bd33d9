from __future__ import annotations

import pytest

from seqviz.claims.config import TrialExperiment
from seqviz.claims.every_claim import CLAIMS
from seqviz.runs.experiment import ConfigError, from_config, to_config

#: Minutes of one core that five seeds of the usual conditions may be expected to take.
MOST_MINUTES = 10  # two cores: five minutes


@pytest.mark.parametrize("name", CLAIMS)
def test_the_usual_trial_of_five_seeds_takes_at_most_five_minutes_of_two_cores(name):
    assert TrialExperiment(name).expected_seconds() <= 60 * MOST_MINUTES


def test_a_trial_is_data():
    trial = TrialExperiment("E3", 7, "lag=5,20")
    assert from_config(TrialExperiment, to_config(trial)) == trial
    assert len(trial.schedule()) == 7 * (2 * 2 * 3 + 2 * 2 + 2 * 2 * 3)


@pytest.mark.parametrize(
    "wrong", [{"claim": "E99"}, {"num_seeds": 0}, {"num_seeds": 31}, {"levels": "size=3"}, {"levels": ""}]
)
def test_a_wrong_setting_is_refused_in_a_sentence(wrong):
    with pytest.raises(ConfigError):
        TrialExperiment(**{"claim": "E3"} | wrong)
