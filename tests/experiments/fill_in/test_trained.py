from __future__ import annotations

import numpy as np

from seqviz.corpora.stories import country_story
from seqviz.experiments.fill_in.trained import FillInReader
from tests.experiments.small_comparisons import SMALL, reader


def test_candidates_are_sorted_probabilities_and_strangers_are_named():
    nets = reader(FillInReader, SMALL["fill-in"])
    story = country_story("spain", ())
    found = nets.candidates("both", story.tokens, story.late)
    assert [one.probability for one in found] == sorted((one.probability for one in found), reverse=True)
    assert np.isclose(nets.distribution("left", story.tokens, 0).sum(), 1)
    assert nets.unknown(["spain", "zzyx", "zzyx"]) == ("zzyx",)
