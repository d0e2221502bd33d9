"""How far a gradient reaches, on curves whose answer is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.lessons.gradients.reach import findings, gates_against_none, reach


def decaying(rate, length=100):
    """A curve that is multiplied by `rate` at every step back from the end."""
    return (rate ** np.arange(length, dtype=float))[::-1]


@given(st.floats(0.05, 0.95), st.floats(1e-6, 1e6))
def test_a_steady_decay_fades_where_its_powers_say(rate, scale):
    found = reach(scale * decaying(rate, 300))
    expected = int(np.floor(np.log(1e-3) / np.log(rate))) + 1
    assert found.faded == pytest.approx(expected, abs=1)
    assert found.risen == 1.0 and not found.rises


def test_a_steady_growth_rises_and_a_fast_one_explodes():
    slow, fast = reach(decaying(1.02)), reach(decaying(1.5))
    assert slow.rises and not slow.explodes and slow.peak == 99
    assert slow.risen == pytest.approx(1.02**97)  # against the largest of the last three
    assert fast.explodes
    assert reach(np.array([np.inf, 2.0, 1.0])).explodes


def test_a_curve_that_falls_and_then_rises_is_not_called_faded():
    curve = np.concatenate([np.linspace(5, 0.2, 50), np.ones(3)])
    assert "*rises* on its way back, from 1 at the end to 5, 52 tokens back" in findings({"x": curve})


def test_one_token_and_nothing_at_all_have_a_reach():
    assert reach(np.ones(1)).faded is None
    assert reach(np.zeros(4)).faded == 0


@pytest.mark.parametrize(
    ("lstm", "said"),
    [
        (decaying(0.5), "LSTM after 10, hardly further"),
        (decaying(0.3), "LSTM after 6, less far"),
        (decaying(0.8), "LSTM after 31, 3.1 times as far"),
        (decaying(0.99), "LSTM not within 99"),
        (decaying(1.1), "LSTM explodes instead"),
    ],
)
def test_gates_are_compared_with_the_plain_cell(lstm, said):
    assert said in gates_against_none({"rnn": decaying(0.5), "lstm": lstm, "gru": decaying(0.5)})
