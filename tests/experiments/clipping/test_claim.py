from __future__ import annotations

from dataclasses import replace

import pytest

from seqviz.experiments.clipping.claim import CLIPPING_LETS_IT_LEARN
from seqviz.experiments.clipping.config import ARMS
from seqviz.export.bundled_runs import load_bundled_run
from seqviz.runs.events import Metrics
from seqviz.runs.history import History


@pytest.mark.parametrize(
    ("losses", "holds"),
    [
        ((0.3, 0.05, 0.3), True),
        ((0.05, 0.05, 0.05), False),
        ((0.3, 0.3, 0.05), False),
        ((1e9, 0.166, 0.3), False),
    ],
)
def test_clipping_must_make_the_difference(losses, holds):
    history = History()
    for arm, loss in zip(ARMS, losses, strict=True):
        history.add(Metrics(15 * k, 0.0, 0.0, {"train_loss": loss}, arm) for k in range(100))
    run = replace(load_bundled_run("clipping"), history=history)
    assert CLIPPING_LETS_IT_LEARN.holds(run) is holds
