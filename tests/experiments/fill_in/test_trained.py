from __future__ import annotations

import numpy as np

from seqviz.corpora.stories import country_story
from seqviz.experiments.fill_in.config import FillInExperiment
from seqviz.experiments.fill_in.trained import FillInReader
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
    return [event for event in train(experiment) if isinstance(event, Finished)][0]


def reader(cls, experiment):
    end = finished(experiment)
    return cls.from_run(to_config(experiment), end.extras, end.weights)


def test_candidates_are_sorted_probabilities_and_strangers_are_named():
    nets = reader(FillInReader, SMALL["fill-in"])
    story = country_story("spain", ())
    found = nets.candidates("both", story.tokens, story.late)
    assert [one.probability for one in found] == sorted((one.probability for one in found), reverse=True)
    assert np.isclose(nets.distribution("left", story.tokens, 0).sum(), 1)
    assert nets.unknown(["spain", "zzyx", "zzyx"]) == ("zzyx",)
