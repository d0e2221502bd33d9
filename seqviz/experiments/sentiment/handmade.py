"""The light switch set by hand, as a reader like those of trained nets."""

from __future__ import annotations

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.trained import SentimentReader
from seqviz.models.cells.registry import Cell
from seqviz.models.handmade_net import VOCABULARY, light_switch
from seqviz.text.vocabulary import Vocabulary


def hand_set_reader(cell: Cell) -> SentimentReader:
    """Return a reader of the words "on" and "off"; every other word is none of its business."""
    experiment = SentimentExperiment(
        cell=cell, hidden_sizes=(2,), embedding_dim=2, pooling="last", vocabulary_size=10
    )
    return SentimentReader(experiment, Vocabulary(VOCABULARY), light_switch(cell))
