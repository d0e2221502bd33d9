"""The loss of answering the mean, and what is said of runs beside it."""

from __future__ import annotations

import pytest

from seqviz.experiments.clipping.config import ARMS, ClippingExperiment
from seqviz.lessons.clipping.clipping import blown_up
from seqviz.lessons.clipping.clipping_findings import what_was_learned
from seqviz.runs.events import Metrics
from seqviz.runs.history import History


@pytest.mark.parametrize(
    ("loss", "said"),
    [
        (0.05, "it has learned to add"),
        (0.166, "better than answering the mean by no more than chance (0.167)"),
        (0.168, "no better than answering the mean (0.167)"),
        (0.5, "worse than answering the mean (0.167)"),
    ],
)
def test_a_run_is_judged_by_its_last_points(loss, said):
    history = History()
    history.add(Metrics(k, k, 0.0, {"train_loss": 9.0 if k < 90 else loss}, ARMS[1]) for k in range(100))
    found = what_was_learned(ClippingExperiment(num_steps=300), history)
    assert f"{ARMS[1]} **{loss:.3g}**, {said}" in found
    assert ("None of them has learned" in found) is (loss > 0.1)


@pytest.mark.parametrize(
    ("learned", "said"),
    [
        (
            ARMS[1:2],
            "Clipping lets the net learn**: same start, same batches, and only clipped by norm learned",
        ),
        (ARMS[1:], "only clipped by norm and clipped by value learned"),
        (ARMS[:1], "Only the run without clipping has learned"),
        (ARMS[:2], "The run without clipping has learned too, as clipped by norm has"),
        ((), "None of them has learned"),
    ],
)
def test_what_clipping_did_follows_from_who_has_learned(learned, said):
    history = History()
    for arm in ARMS:
        loss = {"train_loss": 0.05 if arm in learned else 0.3}
        history.add(Metrics(k, k, 0.0, loss, arm) for k in range(100))
    assert said in what_was_learned(ClippingExperiment(), history)


def exploded(kept_at_first, kept_later, steps_a_point=3, num_points=100):
    """A loss of 10¹⁶ that keeps such shares of itself a step, first for six steps, then to the end."""
    history, loss = History(), 1e16
    for k in range(1, num_points + 1):
        measures = {"train_loss": loss, "gradient_norm": loss}
        history.add([Metrics(k * steps_a_point, k, 0.0, measures, ARMS[0])])
        loss *= (kept_at_first if k < 3 else kept_later) ** steps_a_point
    return history


@pytest.mark.parametrize(
    ("kept_at_first", "kept_later", "said"),
    [
        (0.2, 0.98**2, "Over the last half of its steps the loss shrinks by 3.96% a step"),  # 1 - 2 · 0.01
        (0.98**2, 0.95, None),  # another rate than that of a bias alone
        (0.98**2, 1.0, None),
    ],
)
def test_a_run_that_exploded_is_told_the_rate_of_its_last_half_where_it_is_that_of_a_bias_alone(
    kept_at_first, kept_later, said
):
    found = blown_up(exploded(kept_at_first, kept_later), ARMS[0], learning_rate=0.01)
    assert "its loss to 1e+16 within the first 3 steps" in found
    assert said in found if said else "shrinks" not in found


def test_one_lucky_pair_of_points_is_no_rate_of_the_last_half():
    history = exploded(0.9, 0.9, num_points=20)
    last = history.latest("train_loss", ARMS[0])
    history.add([Metrics(63, 21, 0.0, {"train_loss": last * 0.98**6, "gradient_norm": 1.0}, ARMS[0])])
    assert "shrinks" not in blown_up(history, ARMS[0], learning_rate=0.01)


@pytest.mark.parametrize("num_points", [1, 2, 3])
@pytest.mark.parametrize("learning_rate", [0.01, 0.5, 1.0])
def test_a_run_that_has_just_exploded_is_told_so(num_points, learning_rate):
    assert "it exploded" in blown_up(exploded(0.9, 0.9, num_points=num_points), ARMS[0], learning_rate)


def test_a_run_without_a_point_is_not_judged():
    assert what_was_learned(ClippingExperiment(), History()) == ""
