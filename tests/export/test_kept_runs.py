"""A run is found by its id, in the store or among those that come with the app."""

from __future__ import annotations

import numpy as np
import pytest

from seqviz.export.bundled_runs import load_bundled_run
from seqviz.export.kept_runs import WITH_THE_APP, kept_run
from seqviz.runs.experiment import from_config
from seqviz.runs.store.records import StoreError
from seqviz.runs.store.store import Store


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path / 'runs.db'}") as opened:
        yield opened


def test_one_that_comes_with_the_app_goes_by_its_name(store):
    found, experiment = kept_run(store, "imdb-lstm"), WITH_THE_APP["imdb-lstm"]
    assert (found.id, found.kind, found.state) == ("imdb-lstm", "sentiment", "finished")
    assert from_config(type(experiment), found.config) == experiment
    for name, array in load_bundled_run("imdb-lstm").weights.items():
        np.testing.assert_array_equal(found.weights[name], array)


def test_an_id_that_neither_knows_is_refused_by_the_store(store):
    with pytest.raises(StoreError, match="no run 'nobody'"):
        kept_run(store, "nobody")
