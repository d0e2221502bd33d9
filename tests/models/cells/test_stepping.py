"""What follows from the step alone is what a cell computes faster."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from seqviz.models.cells.registry import CELLS
from seqviz.models.cells.values import by_name
from seqviz.models.initial import initial_weights
from tests.models.nets import generator

LENGTH, BATCH, INPUT, HIDDEN = 6, 3, 4, 5


def slow_and_fast(cell):
    """Return a cell without anything but its step, and as it is."""
    fast = CELLS[cell]
    return replace(fast, fast_layer=None, fast_gates=None, fast_backward=None, fast_numpy=None), fast


def a_case(cell, dtype=torch.float64):
    weights = initial_weights(cell, INPUT, HIDDEN, generator(), dtype)
    rows = torch.randn(LENGTH, BATCH, INPUT, generator=generator(1), dtype=dtype)
    state = tuple(torch.randn(BATCH, HIDDEN, generator=generator(k), dtype=dtype) for k in range(2, 4))
    return weights, rows, state[: len(CELLS[cell].states)]


def same(one, other):
    torch.testing.assert_close(one, other, rtol=0, atol=1e-12)


@pytest.mark.parametrize("cell", CELLS)
def test_a_layer_run_step_by_step_gives_the_fast_layers_states(cell):
    slow, fast = slow_and_fast(cell)
    weights, rows, state = a_case(cell)
    (states, last), (expected, expected_last) = (kind.run(rows, weights, state) for kind in (slow, fast))
    same(states, expected)
    assert len(last) == len(expected_last)
    for one, other in zip(last, expected_last, strict=True):
        same(one, other)


@pytest.mark.parametrize("cell", CELLS)
def test_gates_recovered_with_the_step_are_those_recovered_in_one_product(cell):
    slow, fast = slow_and_fast(cell)
    weights, rows, _ = a_case(cell)
    nothing = tuple(fast.initial_state(BATCH, weights).values())
    states, _ = fast.run(rows, weights, nothing)
    found, expected = (kind.recover(rows, states, weights) for kind in (slow, fast))
    assert list(found) == list(expected) == list(fast.gates)
    for name in fast.gates:
        same(found[name], expected[name])


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("texts", [1, BATCH])
def test_the_backward_pass_through_the_step_is_the_one_by_hand(cell, texts):
    slow, fast = slow_and_fast(cell)
    weights, rows, _ = a_case(cell)
    rows = rows[:, :texts]  # of one text, several losses may be carried back at once
    states, _ = fast.run(rows, weights, tuple(fast.initial_state(texts, weights).values()))
    gates = {name: value.expand(-1, BATCH, -1) for name, value in fast.recover(rows, states, weights).items()}
    loss = torch.randn(BATCH, HIDDEN, generator=generator(5), dtype=torch.float64)
    found, expected = (kind.backward(rows, gates, weights, loss, "tanh") for kind in (slow, fast))
    same(found.hidden_states, expected.hidden_states)
    same(found.sums, expected.sums)
    assert (found.cell_states is None) == (expected.cell_states is None) == (not fast.has_memory)
    if expected.cell_states is not None:
        same(found.cell_states, expected.cell_states)


@pytest.mark.parametrize("cell", CELLS)
def test_a_step_in_numpy_is_the_cells_own(cell):
    slow, fast = slow_and_fast(cell)
    weights, rows, state = a_case(cell, torch.float32)
    arrays = {name: tensor.numpy() for name, tensor in by_name(weights).items()}
    held = tuple(value[0].numpy() for value in state)
    answers = []
    for kind in (slow, fast):
        weight, bias, step = kind.numpy_layer(arrays)
        answers.append(step(weight @ rows[0, 0].numpy() + bias, held))
    for one, other in zip(*answers, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-6)
