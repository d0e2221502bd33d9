from __future__ import annotations

from dataclasses import replace

import pytest

from seqviz.experiments.clipping.config import ARMS, ClippingExperiment
from seqviz.lessons.clipping.tasks import (
    TOO_LONG,
    Screen,
    clipped_in_vain,
    clipped_too_tightly,
    made_to_explode,
)
from seqviz.runs.events import Metrics, Note
from seqviz.runs.experiment import to_config
from seqviz.runs.history import History
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import BUNDLED


def run(experiment: ClippingExperiment, loss: float, ended: bool = True) -> ShownRun:
    history = History()
    history.add(
        Metrics(k, k, 0.0, {"train_loss": loss, "gradient_norm": 1.0}, arm) for arm in ARMS for k in range(20)
    )
    return ShownRun("r", to_config(experiment), {"ended": True} if ended else {}, history, ())


@pytest.mark.parametrize("check", [made_to_explode, clipped_in_vain, clipped_too_tightly])
def test_a_run_must_have_ended(check):
    live = run(replace(TOO_LONG, clip_norm=0.01), 0.1, ended=False)
    assert check(Screen(live)).said == "The run has not finished yet."


def test_a_run_of_ones_own_must_have_exploded():
    ours = replace(run(ClippingExperiment(), 0.1), id=BUNDLED)
    assert "comes with the app" in made_to_explode(Screen(ours)).said
    tame = run(ClippingExperiment(factor=1.0), 0.1)
    assert "With a factor of 1 the run without clipping did not explode" in made_to_explode(Screen(tame)).said
    wild = run(ClippingExperiment(factor=2.0), 1e4)
    found = made_to_explode(Screen(wild))
    assert found.is_done and found.said.startswith("With a factor of 2 over 10 numbers it exploded.")
    stopped = replace(tame, notes=(Note("diverged", {"arm": ARMS[0], "message": "not a number"}),))
    assert made_to_explode(Screen(stopped)).is_done


def test_the_run_must_be_as_long():
    there = clipped_in_vain(Screen(run(TOO_LONG, 0.1234)))
    assert there.is_done
    assert all(f"{arm} 0.123" in there.said for arm in ARMS)
    assert there.said.endswith("Answering the mean has 0.167.")
    short = clipped_in_vain(Screen(run(ClippingExperiment(), 0.1)))
    assert not short.is_done and "reads 10 numbers" in short.said


@pytest.mark.parametrize(("loss", "verdict"), [(0.001, "learned all the same"), (0.2, "not learned")])
def test_a_run_clipped_too_tightly_is_told_by_its_loss(loss, verdict):
    tight = ClippingExperiment(clip_norm=0.01)
    found = clipped_too_tightly(Screen(run(tight, loss)))
    assert found.is_done and verdict in found.said and "no step is longer than 0.0005" in found.said
    assert (
        "clipped at a norm of 1: set 0.01"
        in clipped_too_tightly(Screen(run(ClippingExperiment(), loss))).said
    )
