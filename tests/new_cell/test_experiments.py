"""A sentiment net of a cell that is defined in a test alone: it learns, is counted, and reads a sentence."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.trained import SentimentReader
from seqviz.models.sentiment import count_parameters
from seqviz.runs.events import Metrics
from seqviz.runs.experiment import to_config
from seqviz.runs.registry import train
from tests.new_cell.cells import NEW, by_hand, known

SMALL = {
    "embedding_dim": 8,
    "hidden_sizes": (8,),
    "num_epochs": 1,
    "batch_size": 64,
    "max_length": 20,
    "learning_rate": 0.05,
}


@pytest.fixture(scope="module", params=NEW)
def trained(request):
    """The events of a short training on the reviews that come with the app."""
    with known(NEW[request.param]):
        experiment = SentimentExperiment(**SMALL, cell=request.param)
        yield experiment, list(train(experiment))


def test_it_trains_on_the_bundled_reviews_and_learns(trained):
    _, events = trained
    losses = [
        event.values["validation_loss"]
        for event in events
        if isinstance(event, Metrics) and "validation_loss" in event.values
    ]
    assert losses[-1] < 0.9 * losses[0]
    assert events[-1].result["accuracy"] > 0.6


def test_its_run_is_counted_by_formula(trained):
    experiment, events = trained
    finished = events[-1]
    formulas = {"mgu": 2 * (8 * (8 + 8) + 2 * 8), "peephole": 4 * (8 * (8 + 8) + 2 * 8) + 3 * 8}
    count = count_parameters(len(finished.extras["vocabulary"]), 8, experiment.cell, (8,))
    assert count.recurrent == (formulas[experiment.cell],)
    assert finished.result["parameters"] == count.total == sum(w.size for w in finished.weights.values())


def test_a_trained_one_reads_a_sentence_gate_by_gate(trained):
    experiment, events = trained
    reader = SentimentReader.from_run(to_config(experiment), events[-1].extras, events[-1].weights)
    text = reader.encode("The film was not good.")
    gates = reader.trace(text).layers[0].gates
    vectors = reader.net.vectors(torch.as_tensor(text.token_ids).unsqueeze(0))[0]
    expected = by_hand(experiment.cell, vectors, reader.net.recurrent.weights(0, "forward"))
    assert tuple(gates) == tuple(expected)
    for found, values in zip(gates.values(), expected.values(), strict=True):
        np.testing.assert_allclose(found, values, atol=2e-6)
