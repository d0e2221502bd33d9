"""Comparisons so small that they train in a moment, and what comes of them."""

from __future__ import annotations

from seqviz.experiments.fill_in.config import FillInExperiment
from seqviz.experiments.next_word.config import NextWordExperiment
from seqviz.experiments.tagging.config import TaggingExperiment
from seqviz.runs.events import Finished
from seqviz.runs.experiment import to_config
from seqviz.runs.registry import train

SMALL = {
    "tagging": TaggingExperiment(hidden_size=4, embedding_dim=4, num_steps=10, batch_size=4),
    "fill-in": FillInExperiment(
        hidden_sizes=(4,), embedding_dim=4, num_steps=10, batch_size=4, most_fillers=1
    ),
    "next-word": NextWordExperiment(hidden_size=4, embedding_dim=4, num_steps=10, batch_size=4),
}


def finished(experiment):
    """Train, and return how it ended."""
    return [event for event in train(experiment) if isinstance(event, Finished)][0]


def reader(cls, experiment):
    """Train, and return the nets ready to use."""
    end = finished(experiment)
    return cls.from_run(to_config(experiment), end.extras, end.weights)
