from __future__ import annotations

import math
from types import SimpleNamespace

import pytest

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.lessons.sentiment.tasks import Screen, compared_in_time, largest_rate, not_from_afar
from seqviz.runs.events import Metrics
from seqviz.runs.experiment import to_config
from seqviz.runs.history import History
from seqviz.ui.runs.shown_run import ShownRun, shown_bundled
from seqviz.ui.sentences.readers import LSTM, bundled


def run(right=95, seconds=4.0, loss=0.2, state="finished", **changes) -> ShownRun:
    """A run over 100 validation reviews whose accuracy climbs evenly from a half."""
    history = History()
    history.add(
        Metrics(k, k, k, {"validation_accuracy": 0.5 + (right / 100 - 0.5) * k / 4}, "", seconds * k / 4)
        for k in range(5)
    )
    history.add(Metrics(k, k, k, {"train_loss": loss}) for k in range(5))
    confusion = [[50, 0], [100 - right, right - 50]]
    result = {"accuracy": right / 100, "confusion": confusion} if state == "finished" else {}
    record = SimpleNamespace(state=state, is_live=state == "running")
    return ShownRun("r", to_config(SentimentExperiment(**changes)), result, history, (), record)


RNN, OURS = run(60, 2.0, cell="rnn"), run(95, 4.0)


def test_two_runs_are_compared_after_the_same_seconds():
    result = compared_in_time(Screen(RNN, (OURS,), "seconds"))
    assert result.is_done
    assert result.said == (
        "After 2.0 s of computing: RNN 60.0%, LSTM 72.5%. At their ends: 60.0% and 95.0%; more than chance explains."
    )
    assert "chance may explain" in compared_in_time(Screen(run(94, cell="rnn"), (OURS,), "seconds")).said


@pytest.mark.parametrize(
    ("screen", "said"),
    [
        (Screen(RNN, (OURS,)), "lay them out by seconds"),
        (Screen(RNN, (), "seconds"), "reaches 60.0%. Train an LSTM"),
        (Screen(OURS, (), "seconds"), "No finished plain RNN"),
        (Screen(RNN, (run(num_train=250),), "seconds"), "from the same reviews"),
        (Screen(run(state="running", cell="rnn"), (OURS,), "seconds"), "No finished plain RNN"),
        (Screen(shown_bundled(LSTM), (RNN,), "seconds"), "No finished plain RNN of yours is shown"),
    ],
)
def test_what_is_missing_for_a_comparison_is_told(screen, said):
    result = compared_in_time(screen)
    assert not result.is_done and said in result.said


def test_the_largest_rate_lies_between_one_that_learns_and_one_that_does_not():
    learns, fails = run(learning_rate=0.5), run(50, loss=4 * math.log(2), learning_rate=5.0)
    assert largest_rate(Screen(fails, (learns,))).said == (
        "It still learns at a learning rate of 0.5, and no more at 5."
    )
    by_chance = run(55, learning_rate=5.0)
    diverged = run(state="diverged", learning_rate=4.0)
    assert largest_rate(Screen(learns, (by_chance,))).is_done
    assert largest_rate(Screen(learns, (diverged,))).is_done


def test_rates_far_apart_or_one_run_alone_are_not_enough():
    learns, fails = run(learning_rate=0.5), run(50, learning_rate=100.0)
    assert "come closer" in largest_rate(Screen(learns, (fails,))).said
    assert "it learns at 0.5" in largest_rate(Screen(learns)).said
    assert "it does not at 100" in largest_rate(Screen(fails)).said
    assert "none is shown" in largest_rate(Screen(run(state="running"))).said
    assert "none is shown" not in largest_rate(Screen(fails, (run(cell="gru"),))).said
    assert "it does not at 100" in largest_rate(Screen(fails, (run(cell="gru"),))).said
    assert not largest_rate(Screen(run(learning_rate=1.0), (run(50, learning_rate=0.5),))).is_done


def read(text):
    net = bundled().reader
    return Screen(OURS, review=(net, net.encode(text)))


def test_a_not_from_afar_is_told_with_and_without():
    screen = read("The film was not, as my sister had promised me, good.")
    net, text = screen.review
    result = not_from_afar(screen)
    assert result.is_done and "With 8 tokens between" in result.said
    without = net.encode("The film was, as my sister had promised me, good.")
    assert (
        f"positive with {net.positive(text):.3f}; without the *not*, with {net.positive(without):.3f}"
        in result.said
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [("Not good.", "With 0 tokens"), ("Good, not bad.", "needs a *not*"), ("Fine.", "needs a *not*")],
)
def test_a_near_not_or_none_is_not_the_task(text, said):
    result = not_from_afar(read(text))
    assert not result.is_done and said in result.said
    assert not not_from_afar(Screen(OURS)).is_done
