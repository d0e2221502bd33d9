import re

import pytest

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.presets import PRESETS
from seqviz.runs.experiment import ConfigError, from_config, to_config


@pytest.mark.parametrize(
    ("settings", "needed", "came"),
    [
        ({"cell": "transformer"}, "one of rnn, lstm, gru", "'transformer'"),
        ({"hidden_sizes": (32, 32, 32, 32)}, "1 to 3 numbers", "(32, 32, 32, 32)"),
        ({"hidden_sizes": (0,)}, "from 1 to 256", "0"),
        ({"hidden_sizes": 32}, "1 to 3 numbers", "32"),
        ({"dropout": 0.9}, "from 0 to 0.8", "0.9"),
        ({"learning_rate": float("nan")}, "from 1e-05 to 100", "nan"),
        ({"num_epochs": 2.5}, "a whole number", "2.5"),
        ({"num_epochs": True}, "a whole number", "True"),
        ({"bidirectional": "yes"}, "true or false", "'yes'"),
        ({"seed": -1}, "from 0 to", "-1"),
        ({"corpus": ""}, "1 to 4000 characters", "''"),
    ],
)
def test_a_setting_out_of_bounds_is_refused_by_a_sentence_that_says_what_was_needed_and_what_came(
    settings, needed, came
):
    with pytest.raises(ConfigError) as refusal:
        SentimentExperiment(**settings)
    sentence = str(refusal.value)
    assert next(iter(settings)) in sentence
    assert needed in sentence
    assert came in sentence


def test_a_config_with_an_unknown_setting_is_refused_by_name():
    with pytest.raises(ConfigError, match=re.escape("No setting is called units")):
        from_config(SentimentExperiment, {"units": 3})


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_survives_the_way_through_json(name):
    experiment = PRESETS[name].experiment
    assert from_config(SentimentExperiment, to_config(experiment)) == experiment


def test_only_runs_on_uploads_are_private():
    assert SentimentExperiment(corpus="upload:abc").is_private()
    assert not SentimentExperiment().is_private()
