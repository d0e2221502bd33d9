from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.runs.events import Metrics, Snapshot
from seqviz.ui.sentences import readers
from tests.pages.open_page import open_page
from tests.ui.runs.made_runs import ended, said

WRITERS = {"language-model": LanguageModelExperiment(seed=64), "translation": TranslationExperiment(seed=64)}


MEASURED = (
    Metrics(0, 0.0, 0.0, {"validation_accuracy": 0.5, "validation_loss": 0.7}),
    Metrics(40, 2.0, 1.0, {"validation_accuracy": 0.8125, "validation_loss": 0.43}),
    Metrics(52, 2.6, 1.2, {"train_accuracy": 0.9, "train_loss": 0.2}),
)


def weights_after(step):
    """The weights of a net that has learned for some steps: the bundled net's own, a little smaller each time."""
    state = readers.bundled().reader.net.state_dict()
    return {name: np.asarray(value) * np.float32(1 + step / 1000) for name, value in state.items()}


def test_a_stopped_run_says_that_its_weights_are_those_of_the_newest_kept_step():
    bundled = readers.bundled().reader
    extras = {"vocabulary": list(bundled.vocabulary.tokens)}
    snapshots = [Snapshot(step, step / 20, weights_after(step)) for step in (0, 40)]
    record = ended(replace(bundled.experiment, seed=62), "stopped", extras, *MEASURED, *snapshots)
    at = open_page("sentiment", run=record.id)
    assert "**as it was at step 40 (epoch 2.0)**" in said(at)
    read = readers.reader(record.id)
    expected = f"{read.positive(read.encode(at.text_area(key='review').value)):.4f}"
    charts = [json.loads(chart.proto.spec) for chart in at.get("plotly_chart")]
    [bars] = [chart for chart in charts if chart["layout"]["title"]["text"] == "What the net says"]
    assert bars["data"][0]["text"][1] == expected
    np.testing.assert_array_equal(read.net.state_dict()["output.bias"], weights_after(40)["output.bias"])


def test_a_run_stopped_before_it_kept_learned_weights_is_not_read():
    bundled = readers.bundled().reader
    extras = {"vocabulary": list(bundled.vocabulary.tokens)}
    first = Snapshot(0, 0.0, weights_after(0))
    record = ended(replace(bundled.experiment, seed=63), "stopped", extras, MEASURED[0], first)
    at = open_page("sentiment", run=record.id)
    assert "This page uses the **net that comes with the app**, not the run above" in said(at)
    assert "last measured" not in said(at)


@pytest.mark.parametrize(
    ("page", "kind"), [("text_generation", "language-model"), ("seq2seq", "translation")]
)
def test_a_stopped_writer_says_that_the_net_that_comes_with_the_app_writes(page, kind):
    record = ended(WRITERS[kind], "stopped")
    assert "This page uses the **net that comes with the app**, not the run above" in said(
        open_page(page, run=record.id)
    )
