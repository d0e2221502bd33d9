"""The equations against PyTorch's own layers, and what must hold of any gate."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from seqviz.models.cells.registry import CELLS
from seqviz.models.cells.rnn import rnn_step
from seqviz.models.cells.values import CellWeights, from_names
from tests.models.nets import THEIRS, generator


def weights_of(layer):
    return CellWeights(layer.weight_ih_l0, layer.weight_hh_l0, layer.bias_ih_l0, layer.bias_hh_l0)


def random_weights(cell, input_size, hidden_size, scale=1.0, seed=0):
    source, shapes = generator(seed), CELLS[cell].weight_shapes(input_size, hidden_size)
    return from_names(
        {
            name: scale * torch.randn(shape, generator=source, dtype=torch.float64)
            for name, shape in shapes.items()
        }
    )


@pytest.mark.parametrize("cell", THEIRS)
def test_the_equations_are_pytorchs(cell):
    torch.manual_seed(0)
    layer = THEIRS[cell](4, 6, batch_first=True).double()
    x = torch.randn(3, 9, 4, dtype=torch.float64)
    ours = CELLS[cell].read_step_by_step(x, weights_of(layer))
    theirs, last = layer(x)
    torch.testing.assert_close(ours["hidden_state"], theirs, rtol=0, atol=1e-12)
    if CELLS[cell].has_memory:
        torch.testing.assert_close(ours["cell_state"][:, -1], last[1][0], rtol=0, atol=1e-12)


def test_the_relu_cell_is_pytorchs():
    torch.manual_seed(0)
    layer = nn.RNN(4, 6, nonlinearity="relu").double()
    x = torch.randn(1, 3, 4, dtype=torch.float64)
    before = {"hidden_state": torch.randn(3, 6, dtype=torch.float64)}
    ours = rnn_step(x[0], before, weights_of(layer), activation=torch.relu)["hidden_state"]
    torch.testing.assert_close(ours, layer(x, before["hidden_state"][None])[0][0], rtol=0, atol=1e-12)


@pytest.mark.parametrize("cell", CELLS)
def test_values_carry_the_names_and_shapes_that_the_page_shows(cell):
    values = CELLS[cell].read_step_by_step(
        torch.zeros(2, 3, 4, dtype=torch.float64), random_weights(cell, 4, 5)
    )
    assert tuple(values) == CELLS[cell].gates
    assert {value.shape for value in values.values()} == {(2, 3, 5)}


@settings(max_examples=40, deadline=None)
@given(
    cell=st.sampled_from(list(CELLS)),
    scale=st.floats(0, 3),
    seed=st.integers(0, 99),
    length=st.integers(1, 6),
)
def test_gates_lie_from_0_to_1_and_candidates_from_minus_1_to_1(cell, scale, seed, length):
    x = torch.randn(2, length, 4, generator=generator(seed), dtype=torch.float64)
    values = CELLS[cell].read_step_by_step(x, random_weights(cell, 4, 5, scale, seed))
    for name, value in values.items():
        if name.endswith("gate"):
            assert bool(((value >= 0) & (value <= 1)).all()), name
        elif name != "cell_state":
            assert bool((value.abs() <= 1).all()), name


def test_an_update_gate_of_1_keeps_the_old_state():
    weights = random_weights("gru", 4, 5)
    before = {"hidden_state": torch.randn(2, 5, dtype=torch.float64)}
    keep = lambda name, value: torch.ones_like(value) if name == "update_gate" else value  # noqa: E731
    after = CELLS["gru"].step(torch.randn(2, 4, dtype=torch.float64), before, weights, keep)
    assert torch.equal(after["hidden_state"], before["hidden_state"])


@pytest.mark.parametrize("cell", CELLS)
def test_a_touched_value_is_what_the_next_line_uses(cell):
    weights = random_weights(cell, 4, 5)
    nothing = lambda name, value: torch.zeros_like(value)  # noqa: E731
    values = CELLS[cell].step(
        torch.ones(1, 4, dtype=torch.float64), CELLS[cell].initial_state(1, weights), weights, nothing
    )
    assert all(bool((value == 0).all()) for value in values.values())
