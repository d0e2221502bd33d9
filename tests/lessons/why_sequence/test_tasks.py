from __future__ import annotations

import pytest

from seqviz.experiments.word_order.config import ARMS, OrderExperiment
from seqviz.experiments.word_order.pairs import PAIRS
from seqviz.lessons.why_sequence.tasks import Screen, order_decides, order_does_not_decide, small_nets
from seqviz.runs.events import Metrics
from seqviz.runs.experiment import to_config
from seqviz.runs.history import History
from seqviz.text.tokens import words
from seqviz.ui.runs.shown_run import ShownRun


def run(units: int = 32, *, ended: bool = True) -> ShownRun:
    history = History()
    history.add(
        Metrics(1, 1, 0.0, {"accuracy": share}, arm) for arm, share in zip(ARMS, (0.5, 0.9), strict=True)
    )
    return ShownRun(
        "r", to_config(OrderExperiment(hidden_size=units)), {"a": 1} if ended else {}, history, ()
    )


def screen(first: str, second: str, recurrent: tuple[float, float]) -> Screen:
    return Screen((words(first), words(second)), {ARMS[0]: (0.5, 0.5), ARMS[1]: recurrent}, run())


@pytest.mark.parametrize("check", [order_decides, order_does_not_decide])
@pytest.mark.parametrize(
    ("first", "second", "lacking"),
    [("", "a", "at least one word"), ("a b", "a c", "the same words"), ("a b", "a b", "are the same")],
)
def test_two_orders_of_the_same_words_are_needed(check, first, second, lacking):
    result = check(screen(first, second, (0.9, 0.1)))
    assert not result.is_done and lacking in result.said


def test_a_pair_of_ones_own_must_get_opposite_answers():
    assert "pair is ours" in order_decides(screen(*PAIRS[0], (0.9, 0.1))).said
    assert not order_decides(screen("a b", "b a", (0.9, 0.8))).is_done
    found = order_decides(screen("a b", "b a", (0.9, 0.1)))
    assert found.is_done and "recurrent: 0.90 and 0.10" in found.said


def test_another_order_may_leave_the_answer_as_it_was():
    assert order_does_not_decide(screen("a b", "b a", (0.9, 0.85))).is_done
    far = order_does_not_decide(screen("a b", "b a", (0.9, 0.3)))
    assert not far.is_done and "0.60 apart" in far.said


def test_few_units_must_have_been_trained_to_the_end():
    at_first, small = screen("a", "a", (0.5, 0.5)), run(2)
    assert "have 32 units" in small_nets(at_first).said
    assert "not finished" in small_nets(Screen(at_first.sentences, {}, run(2, ended=False))).said
    found = small_nets(Screen(at_first.sentences, {}, small))
    assert found.is_done and "With 2 units each: Right on 400 reviews set aside" in found.said
