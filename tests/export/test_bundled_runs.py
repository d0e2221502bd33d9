from __future__ import annotations

import numpy as np
import pytest

from seqviz.corpora.reviews import review_corpus
from seqviz.experiments.sentiment.trained import SentimentReader
from seqviz.export.bundled_runs import (
    BUNDLED,
    FOLDER,
    PRETRAINED,
    bundled_weights,
    load_bundled_run,
)
from seqviz.runs.experiment import from_config
from tests.export.executed import run_script, unpacked

MEGABYTE = 2**20


ALL = BUNDLED | PRETRAINED


@pytest.mark.parametrize("name", ALL)
def test_a_bundled_run_is_that_of_the_experiment_as_it_is_now(name):
    """A field that the experiment got since holds its default, with which it does what it did before."""
    assert from_config(type(ALL[name]), load_bundled_run(name).config) == ALL[name]


@pytest.mark.parametrize("name", ["reviews_lstm", "reviews_gru"])
def test_the_bundled_nets_are_small_and_as_good_on_the_test_reviews_as_they_say(name):
    run = load_bundled_run(name)
    assert (FOLDER / f"{name}.safetensors").stat().st_size < MEGABYTE
    reader = SentimentReader.from_run(run.config, run.extras, run.weights)
    test = review_corpus().test
    positive = reader.positive_of_each([reader.encode(text) for text in test.texts])
    alone = [reader.positive(reader.encode(text)) for text in test.texts[:20]]
    np.testing.assert_allclose(positive[:20], alone, atol=1e-6)
    accuracy = np.mean((positive > 0.5) == (test.labels > 0.5))
    assert accuracy == run.result["test_accuracy"]
    assert accuracy >= 0.95


def test_the_script_loads_the_weights_that_come_with_the_app(tmp_path, monkeypatch, capsys):
    experiment = BUNDLED["teddy"]
    printed = run_script(
        unpacked(experiment, tmp_path) / "train.py", monkeypatch, capsys, bundled_weights(experiment)
    )
    arms = load_bundled_run("teddy").result["arms"]
    assert f"{arms['both directions']['accuracy']:.6f}" in printed
    assert bundled_weights(BUNDLED["recall"]) is None
