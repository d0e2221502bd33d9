from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seqviz.experiments.word_order.claim import READING_IN_TURN_HELPS
from seqviz.experiments.word_order.config import ARMS
from seqviz.export.bundled_runs import load_bundled_run
from tests.experiments.altered import with_results


@pytest.mark.parametrize(
    ("bag", "read", "holds"), [(0.68, 0.85, True), (0.68, 0.7325, False), (0.85, 0.68, False)]
)
def test_reading_in_turn_must_help_beyond_chance(bag, read, holds):
    run = with_results("word_order", {ARMS[0]: {"accuracy": bag}, ARMS[1]: {"accuracy": read}})
    assert READING_IN_TURN_HELPS.holds(run) is holds


def test_the_net_must_be_right_about_the_sentences_that_the_page_opens_with():
    run = load_bundled_run("word_order")
    silent = {name: np.zeros_like(values) for name, values in run.weights.items()}
    assert READING_IN_TURN_HELPS.holds(run)
    assert not READING_IN_TURN_HELPS.holds(replace(run, weights=silent))
