"""Runs laid over one another in time are compared by what they computed, or the page says that they are not."""

from __future__ import annotations

import pytest

from seqviz.figures.training import AXES, Curve, learning_curves
from seqviz.lessons.sentiment.curves import what_is_counted
from seqviz.runs.events import Metrics
from seqviz.runs.history import History


def history(*processor_seconds):
    measured = History()
    measured.add(
        Metrics(k, float(k), 9.0 * k, {"validation_accuracy": 0.5}, processor_seconds=one)
        for k, one in enumerate(processor_seconds)
    )
    return measured


def test_runs_that_know_their_processor_seconds_are_compared_by_them():
    axis, remark = what_is_counted([("LSTM 32", history(0.0, 1.5)), ("GRU 32", history(0.0, 2.0))], "seconds")
    assert axis == "processor seconds"
    assert "can be compared" in remark


def test_a_run_with_the_clock_alone_is_named_and_no_comparison_is_claimed():
    axis, remark = what_is_counted(
        [("LSTM 32", history(0.0, 1.5)), ("GRU 32", history(None, None))], "seconds"
    )
    assert axis == "seconds"
    assert "GRU 32" in remark
    assert "LSTM 32" not in remark
    assert "do not tell which net learns faster" in remark


def test_epochs_need_no_remark():
    assert what_is_counted([("LSTM 32", history(None))], "epochs") == ("epochs", "")


@pytest.mark.parametrize("against", AXES)
def test_the_axis_says_what_it_counts(against):
    points = ([0.0, 1.0], [0.5, 0.6])
    figure = learning_curves([Curve("LSTM 32", points, points)], measure="accuracy", against=against)
    assert figure.layout.xaxis.title.text == AXES[against]


def test_runs_laid_over_one_another_have_one_place_each_in_the_legend_and_do_not_shrink_the_picture():
    points = ([0.0, 1.0], [0.5, 0.6])
    names = ["LSTM 32 · yours", "GRU 8 · somebody else's", "RNN 8 · yours"]
    alone, three = (
        learning_curves([Curve(name, points, points) for name in shown], measure="loss", against="epochs")
        for shown in (names[:1], names)
    )
    assert [line.name for line in three.data if line.showlegend] == names
    assert [line.name for line in alone.data if line.showlegend] == ["training", "validation"]
    assert three.layout.height > alone.layout.height
    for k in range(3):  # switching a run off in the legend takes both its lines
        assert three.data[2 * k].legendgroup == three.data[2 * k + 1].legendgroup
