from __future__ import annotations

import pytest

from seqviz.lessons.gru_cell.tasks import SIZES, TASKS, Screen, counted_and_timed, past_unheard, turned_over
from seqviz.models.cells.registry import cell_named
from seqviz.models.inspect.surgery import Clamp
from seqviz.runs.step_time import Spread
from seqviz.ui.cells.examples import SWITCHES
from seqviz.ui.cells.nets import HAND_SET, opens_with
from tests.ui.cells.screens import cell_screen

MEASURED = {"gru": Spread(0.003, 0.002, 0.004), "lstm": Spread(0.004, 0.003, 0.005)}
LONG = "The film was not, as we had hoped, good."


def test_the_switch_is_turned_where_the_state_changes_its_sign():
    result = turned_over(cell_screen("gru", HAND_SET, SWITCHES, (5, 0)))
    assert result.is_done
    assert "“off”, unit 0 comes with h = 0.988. z = 0.002, n = −0.995, so" in result.said
    assert "h₋₁ = −0.990" in result.said


@pytest.mark.parametrize(("token", "z"), [(1, "0.998"), (2, "0.002"), (3, "0.998")])
def test_at_another_word_its_sign_stays(token, z):
    result = turned_over(cell_screen("gru", HAND_SET, SWITCHES, (token, 0)))
    assert not result.is_done and f"z = {z}" in result.said


def test_the_reset_gate_must_be_held_everywhere_and_nothing_else():
    def checked(*clamps):
        return past_unheard(cell_screen("gru", opens_with("gru"), LONG, (1, 0), *clamps))

    assert checked(Clamp("reset_gate", 0.0)).is_done
    assert "some tokens only" in checked(Clamp("reset_gate", 0.0, first=2)).said
    assert "Hold the reset gate" in checked(Clamp("update_gate", 0.0)).said
    assert "Hold the reset gate" in checked().said


def test_the_sizes_must_be_set_and_timed():
    result = counted_and_timed(Screen(None, SIZES, MEASURED))
    assert result.is_done
    assert "a GRU learns 74,496 numbers and an LSTM 99,328, 75% of it" in result.said
    assert "3.0 ms and 4.0 ms here, 75% of it" in result.said
    assert "Set 64 and 128" in counted_and_timed(Screen(None, (32, 32), MEASURED)).said
    assert "Measure the time" in counted_and_timed(Screen(None, SIZES, {})).said


def test_without_a_sentence_the_cell_is_not_checked():
    assert not any(task.check(Screen(None, SIZES, {})).is_done for task in TASKS)


@pytest.mark.parametrize("sizes", [(1, 1), (32, 32), (64, 128), (300, 7)])
def test_a_gru_learns_three_quarters_of_what_an_lstm_learns(sizes):
    gru, lstm = (cell_named(cell).parameters(*sizes) for cell in ("gru", "lstm"))
    assert 4 * gru == 3 * lstm
