"""Sentiment nets with a name: ours, and those that articles build in Keras."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from seqviz.experiments.sentiment.config import SentimentExperiment


@dataclass(frozen=True)
class Preset:
    """A named experiment.

    Attributes:
        name: as the URL and the command line write it.
        title: as the page writes it.
        about: one sentence on what it is for.
        experiment: its settings.
    """

    name: str
    title: str
    about: str
    experiment: SentimentExperiment


def _as_in_keras(name: str, title: str, **settings: Any) -> Preset:
    experiment = SentimentExperiment(
        corpus="imdb",
        pooling="last",
        learning_rate=0.001,
        clip_norm=0.0,
        num_epochs=3,
        batch_size=128,
        **settings,
    )
    about = (
        "A net that articles build in Keras: its output sees the last state alone. Here padding is masked."
    )
    return Preset(name, title, about, experiment)


PRESETS: dict[str, Preset] = {
    preset.name: preset
    for preset in (
        Preset("quick", "Quick LSTM", "Learns the bundled reviews in seconds.", SentimentExperiment()),
        Preset(
            "imdb",
            "IMDB",
            "A net for real film reviews: word vectors from skip-gram, two directions, 400 tokens.",
            SentimentExperiment(
                corpus="imdb",
                hidden_sizes=(32,),
                bidirectional=True,
                embedding_dim=64,
                embedding="skip-gram",
                dropout=0.5,
                pooling="max+mean",
                learning_rate=0.002,
                schedule="one-cycle",
                vocabulary_size=20_000,
                max_length=400,
                batch_size=64,
                num_epochs=4,
            ),
        ),
        _as_in_keras(
            "simple-rnn", "Embedding(10000, 32) + SimpleRNN(64)",
            cell="rnn", hidden_sizes=(64,), embedding_dim=32, vocabulary_size=10_000, max_length=100,
        ),
        _as_in_keras(
            "bidirectional-simple-rnn", "Embedding(10000, 32) + bidirectional SimpleRNN(64)",
            cell="rnn", hidden_sizes=(64,), bidirectional=True,
            embedding_dim=32, vocabulary_size=10_000, max_length=100,
        ),
        _as_in_keras(
            "stacked-lstm", "Embedding(20000, 128) + LSTM(128) + dropout 0.2 + LSTM(64)",
            cell="lstm", hidden_sizes=(128, 64), embedding_dim=128, vocabulary_size=20_000, dropout=0.2,
            dropout_before_output=False,
        ),
        _as_in_keras(
            "gru", "Embedding(10000, 128) + GRU(128)",
            cell="gru", hidden_sizes=(128,), embedding_dim=128, vocabulary_size=10_000,
        ),
        _as_in_keras(
            "bidirectional-lstm", "Embedding(5000, 64) + bidirectional LSTM(64)",
            cell="lstm", hidden_sizes=(64,), bidirectional=True, embedding_dim=64, vocabulary_size=5_000,
        ),
        _as_in_keras(
            "bidirectional-lstm-dropout", "Embedding(10000, 128) + bidirectional LSTM(64) + dropout 0.5",
            cell="lstm", hidden_sizes=(64,), bidirectional=True, embedding_dim=128, vocabulary_size=10_000,
            dropout=0.5, max_length=200,
        ),
    )
}  # fmt: skip
