from __future__ import annotations

import numpy as np
import pytest

from seqviz.experiments.fibonacci.trained import NumberReader
from seqviz.export.bundled_runs import load_bundled_run


def numbers():
    run = load_bundled_run("fibonacci")
    return NumberReader.from_run(run.config, run.extras, run.weights)


def test_the_bundled_tanh_net_is_bounded_beyond_what_it_learned_and_the_relu_net_goes_on():
    reader = numbers()
    true, tanh = reader.guesses("tanh", 1, 1, 20)
    _, relu = reader.guesses("relu", 1, 1, 20)
    learned = slice(4, reader.experiment.num_terms)
    for guesses in (tanh, relu):
        np.testing.assert_allclose(guesses[learned], true[learned], rtol=0.1)
    assert tanh[-1] < 0.2 * true[-1]
    assert abs(relu[-1] - true[-1]) < 0.1 * true[-1]


def test_a_net_going_on_by_itself_reads_its_own_guesses():
    reader = numbers()
    alone = reader.continued("relu", 1, 1, 5)
    _, guided = reader.guesses("relu", 1, 1, 5)
    assert alone[2] == pytest.approx(guided[2], rel=1e-5)
    assert alone[3] != pytest.approx(guided[3], rel=1e-5)


def test_the_unrolled_net_adds_up():
    way = numbers().unrolled("tanh", 6)
    before = np.vstack([np.zeros(4), way.states[:-1]])
    np.testing.assert_allclose(
        np.tanh(way.from_input + before @ way.state_weights.T + way.state_bias), way.states, atol=1e-6
    )
    assert way.answer == "(V·h + c) · 144"  # the twelfth of Fibonacci's numbers
    answers = (way.states @ way.output_weights + way.output_bias) * 144
    assert way.outputs == tuple(f"{answer:.1f}" for answer in answers)
