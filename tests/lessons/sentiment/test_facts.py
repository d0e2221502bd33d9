from __future__ import annotations

from dataclasses import replace

import pytest

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.train import build_net
from seqviz.ui.sentences.readers import bundled
from tests.pages.open_page import open_page, widget


@pytest.mark.parametrize(
    "changes",
    [
        {"cell": "gru"},
        {"cell": "rnn", "bidirectional": True},
        {"hidden_sizes": (8, 4), "pooling": "max+mean"},
        {"vocabulary_size": 100},
    ],
)
def test_the_parameters_shown_before_training_are_those_of_the_net(changes):
    experiment = replace(SentimentExperiment(), **changes)
    vocabulary = min(len(bundled().reader.vocabulary), experiment.vocabulary_size)
    expected = sum(p.numel() for p in build_net(experiment, vocabulary).parameters())
    at = open_page("sentiment")
    for name, value in changes.items():
        if name == "hidden_sizes":
            at.slider(key="layers").set_value(len(value)).run()
            for k, size in enumerate(value, start=1):
                at.slider(key=f"units{k}").set_value(size)
        else:
            widget(at, name).set_value(value)
    at.run()
    shown = next(metric for metric in at.metric if metric.label.startswith("Parameters"))
    assert shown.value == f"{expected:,}"
