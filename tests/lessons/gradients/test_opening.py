from __future__ import annotations

import numpy as np
import pytest

from seqviz.lessons.gradients.opening import GATES_CARRY_FURTHER


def fading(tokens, length=100):
    """A gradient that falls to a thousandth after so many tokens, and stays as it is where None is given."""
    back = np.arange(length)
    return (np.ones(length) if tokens is None else 10.0 ** (-3.001 * back / tokens))[::-1]


@pytest.mark.parametrize(
    ("rnn", "lstm", "gru", "holds"),
    [(8, 10, 10, True), (8, None, 20, True), (8, 9, 20, False), (8, 20, 7, False), (None, None, None, False)],
)
def test_every_gate_must_carry_further(rnn, lstm, gru, holds):
    curves = {"rnn": fading(rnn), "lstm": fading(lstm), "gru": fading(gru)}
    assert GATES_CARRY_FURTHER.holds(curves) is holds


def test_a_gradient_that_explodes_does_not_carry_further():
    curves = {"rnn": fading(8), "lstm": fading(20)[::-1], "gru": fading(20)}
    assert not GATES_CARRY_FURTHER.holds(curves)
