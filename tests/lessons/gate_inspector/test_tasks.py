from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seqviz.figures.gates import TraceView, difference, widened
from seqviz.lessons.gate_inspector.comparison import Picture
from seqviz.lessons.gate_inspector.inspector import Inspected
from seqviz.lessons.gate_inspector.reading import Reading
from seqviz.lessons.gate_inspector.tasks import (
    AFTER_NEGATION,
    TASKS,
    Screen,
    behind_a_negation,
    differs_most,
    writes_and_forgets,
)
from seqviz.models.inspect.trace import LayerTrace, Trace
from seqviz.models.inspect.units import UnitRanking
from seqviz.ui.widgets.gate_canvas.gate_canvas import Selection

TOKENS = ("not", "good", "end")
GATES = {
    "forget_gate": np.array([[0.9, 0.4], [0.2, 0.3], [0.9, 0.9]]),
    "input_gate": np.array([[0.8, 0.8], [0.7, 0.4], [0.9, 0.9]]),
    "candidate": np.array([[0.5, 0.5], [-0.5, 0.5], [0.5, 0.5]]),
    "cell_state": np.array([[0.4, 0.4], [-0.27, 0.32], [0.21, 0.74]]),
    "hidden_state": np.zeros((3, 2)),
}
READING = Reading(
    None, "LSTM 2", TOKENS, np.arange(3), Trace("lstm", TOKENS, (LayerTrace(0, "forward", GATES),)), None, 0
)
RANKING = UnitRanking(np.array([1, 0]), np.array([-0.5, 0.1]), 0.2, 1_000, 40)


def compared(last_of_unit_0: float) -> Picture:
    """The first text has a *not* more; unit 0's memory is 0.5 apart at "good", unit 1's never by more than 0.1."""
    columns = (0, 1, 2), (None, 0, 1)
    first = TraceView(
        "first text", TOKENS, {"cell_state": np.array([[0, 0], [0.5, 0.1], [last_of_unit_0, 0.1]])}
    )
    second = TraceView("second text", TOKENS[1:], {"cell_state": np.zeros((2, 2))})
    above, below = widened(first, columns[0]), widened(second, columns[1])
    return Picture((above, below, difference(above, below)), columns[0])


def screen(gate="cell_state", token=1, unit=0, picture=None, **more) -> Screen:
    alone = Picture((READING.view("1 forward"),), (0, 1, 2))
    selection = Selection(gate=gate, token=token, unit=unit)
    shown = Inspected(READING, "run", "1 forward", picture or alone, selection)
    return replace(Screen(shown, "nothing", AFTER_NEGATION, RANKING), **more)


@pytest.mark.parametrize(("last", "said"), [(0.01, "they come together"), (0.3, "they do not come together")])
def test_the_unit_that_differs_most_is_told_from_the_others(last, said):
    result = differs_most(screen(picture=compared(last), compared="sentence"))
    assert result.is_done and "unit 0 lie 0.50 apart at “good”" in result.said and said in result.said


def test_another_unit_another_gate_or_no_comparison_is_not_enough():
    there = {"picture": compared(0.0), "compared": "sentence"}
    assert "at most 0.10 apart" in differs_most(screen(unit=1, **there)).said
    assert "choose the cell state" in differs_most(screen(gate="hidden_state", **there)).said
    assert "Nothing is compared" in differs_most(screen()).said


def test_the_best_unit_is_told_beside_chance():
    result = behind_a_negation(screen("hidden_state", unit=1))
    assert result.is_done and "r = −0.500 over 1,000 tokens" in result.said
    assert "0.200, so it follows the property more closely than chance" in result.said
    by_chance = replace(RANKING, chance=0.6)
    assert "no more closely than" in behind_a_negation(screen(unit=1, ranking=by_chance)).said


def test_another_unit_or_property_is_not_the_task():
    assert not behind_a_negation(screen(unit=0)).is_done
    assert not behind_a_negation(screen(unit=1, ranking=None)).is_done
    assert "punctuation" in behind_a_negation(screen(unit=1, follows="punctuation")).said


def test_a_unit_that_forgets_and_writes_is_worked_out():
    result = writes_and_forgets(screen(token=1, unit=0))
    assert result.is_done
    assert result.said.endswith("= 0.200 · 0.400 + 0.700 · −0.500 = −0.270.")
    assert "0.400 · 0.000 + 0.800" in writes_and_forgets(screen(token=0, unit=1)).said
    for token, unit in ((0, 0), (1, 1), (2, 0)):
        assert not writes_and_forgets(screen(token=token, unit=unit)).is_done


def test_a_cell_without_a_forget_gate_and_an_empty_page_get_a_sentence():
    gru = Trace("gru", TOKENS, (LayerTrace(0, "forward", {"hidden_state": np.zeros((3, 2))}),))
    there = screen()
    other = replace(there, shown=replace(there.shown, reading=replace(READING, trace=gru)))
    assert "choose an LSTM" in writes_and_forgets(other).said
    assert not any(task.check(replace(there, shown=None)).is_done for task in TASKS)
