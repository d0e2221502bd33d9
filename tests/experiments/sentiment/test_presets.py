"""The nets of articles have the articles' own numbers of parameters, in PyTorch and in Keras."""

from __future__ import annotations

import warnings

import pytest
from torch import nn

from seqviz.experiments.sentiment.presets import PRESETS
from seqviz.experiments.sentiment.train import build_net
from seqviz.models.sentiment import count_parameters

ARTICLES = [name for name in PRESETS if name not in ("quick", "imdb")]


def count(experiment, library):
    return count_parameters(
        experiment.vocabulary_size,
        experiment.embedding_dim,
        experiment.cell,
        experiment.hidden_sizes,
        experiment.bidirectional,
        experiment.pooling,
        library,
    ).total


def of_modules(*modules):
    return sum(parameter.numel() for module in modules for parameter in module.parameters())


def torch_modules(experiment):
    """Build the article's net from PyTorch's own layers."""
    kind = {"rnn": nn.RNN, "gru": nn.GRU, "lstm": nn.LSTM}[experiment.cell]
    both = 2 if experiment.bidirectional else 1
    yield nn.Embedding(experiment.vocabulary_size, experiment.embedding_dim)
    below = experiment.embedding_dim
    for hidden_size in experiment.hidden_sizes:
        yield kind(below, hidden_size, bidirectional=experiment.bidirectional)
        below = both * hidden_size
    yield nn.Linear(below, 1)


def keras_net(experiment):
    """Build the article's net as it does, in Keras."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        keras = pytest.importorskip("keras", reason="Keras is not installed; requirements-dev.txt names it")
    layers = keras.layers
    kind = {"rnn": layers.SimpleRNN, "gru": layers.GRU, "lstm": layers.LSTM}[experiment.cell]
    net = keras.Sequential([layers.Input((experiment.max_length,), dtype="int32")])
    net.add(layers.Embedding(experiment.vocabulary_size, experiment.embedding_dim))
    for k, hidden_size in enumerate(experiment.hidden_sizes):
        layer = kind(hidden_size, return_sequences=k < len(experiment.hidden_sizes) - 1)
        net.add(layers.Bidirectional(layer) if experiment.bidirectional else layer)
    net.add(layers.Dense(1, activation="sigmoid"))
    return net


def test_there_are_six_nets_of_articles():
    assert len(ARTICLES) == 6


@pytest.mark.parametrize("name", ARTICLES)
def test_the_pytorch_count_of_an_articles_net_is_that_of_pytorchs_layers_and_of_ours(name):
    experiment = PRESETS[name].experiment
    assert count(experiment, "pytorch") == of_modules(*torch_modules(experiment))
    assert count(experiment, "pytorch") == of_modules(build_net(experiment, experiment.vocabulary_size))


@pytest.mark.parametrize("name", ARTICLES)
def test_the_keras_count_of_an_articles_net_is_that_of_the_net_built_in_keras(name, monkeypatch):
    monkeypatch.setenv("KERAS_BACKEND", "torch")
    assert count(PRESETS[name].experiment, "keras") == keras_net(PRESETS[name].experiment).count_params()


def test_the_stacked_net_has_the_counts_of_its_article():
    experiment = PRESETS["stacked-lstm"].experiment
    assert (count(experiment, "pytorch"), count(experiment, "keras")) == (2_741_825, 2_741_057)


@pytest.mark.parametrize("name", ARTICLES)
def test_a_net_has_the_dropout_of_its_title_and_no_other(name):
    """The title's parts stand in the net's order; a dropout after the last layer is the one before the output."""
    preset = PRESETS[name]
    net = build_net(preset.experiment, 50)
    between, *after = preset.title.split(" + dropout ")[1:] or [""]
    is_last = bool(between) and " + " not in between and not after
    share = float(between.split(" + ")[0]) if between else 0.0
    assert net.dropout.p == (share if is_last else 0.0)
    assert len(preset.experiment.hidden_sizes) == 1 or net.recurrent.dropout.p == (0.0 if is_last else share)
