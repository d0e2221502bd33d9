"""Gradients through time against zero-valued leaves, torch's own layers, and finite differences, all in float64."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from seqviz.models.cells.registry import CELLS
from seqviz.models.cells.values import CellWeights
from seqviz.models.initial import initial_weights
from seqviz.models.inspect.backward import backward_through_time
from seqviz.models.inspect.gradients import GradientSetting, gradient_curves, measure_gradients
from tests.models.nets import THEIRS, generator

LENGTH, BATCH, INPUT, HIDDEN = 7, 3, 4, 5
CASES = [(cell, "tanh") for cell in CELLS] + [("rnn", "relu")]


def a_case(cell):
    weights = initial_weights(cell, INPUT, HIDDEN, generator(), torch.float64)
    rows = torch.randn(LENGTH, BATCH, INPUT, generator=generator(1), dtype=torch.float64)
    loss = torch.randn(BATCH, HIDDEN, generator=generator(2), dtype=torch.float64)
    return weights, rows, loss


def last_state(cell, activation, rows, weights, added):
    """Run the equations with `added[name][t]` added to each state; return the last hidden state."""
    values = CELLS[cell].initial_state(rows.shape[1], weights)
    options = {"activation": torch.relu} if activation == "relu" else {}
    for t, x in enumerate(rows):
        add = lambda name, value, t=t: value + added[name][t] if name in added else value  # noqa: E731
        values = CELLS[cell].step(x, values, weights, add, **options)
    return values["hidden_state"]


def zero_leaves(cell):
    shape = (LENGTH, BATCH, HIDDEN)
    return {name: torch.zeros(shape, dtype=torch.float64, requires_grad=True) for name in CELLS[cell].states}


@pytest.mark.parametrize(("cell", "activation"), CASES)
def test_gradients_of_states_are_those_of_zero_valued_leaves(cell, activation):
    weights, rows, loss = a_case(cell)
    leaves, x = zero_leaves(cell), rows.clone().requires_grad_()
    (last_state(cell, activation, x, weights, leaves) * loss).sum().backward()
    back = backward_through_time(cell, rows, weights, loss, activation)
    torch.testing.assert_close(back.hidden_states, leaves["hidden_state"].grad, rtol=0, atol=1e-12)
    torch.testing.assert_close(back.inputs(weights), x.grad, rtol=0, atol=1e-12)
    if CELLS[cell].has_memory:
        torch.testing.assert_close(back.cell_states, leaves["cell_state"].grad, rtol=0, atol=1e-12)
    else:
        assert back.cell_states is None


@pytest.mark.parametrize("cell", ["lstm", "gru"])
def test_the_backward_pass_is_the_same_in_small_pieces(cell, monkeypatch):
    weights, rows, loss = a_case(cell)
    whole = backward_through_time(cell, rows, weights, loss)
    monkeypatch.setattr("seqviz.models.cells.backward.TOKENS_AT_ONCE", 3)
    pieces = backward_through_time(cell, rows, weights, loss)
    torch.testing.assert_close(pieces.sums, whole.sums, rtol=0, atol=1e-14)
    torch.testing.assert_close(pieces.hidden_states, whole.hidden_states, rtol=0, atol=1e-14)


@pytest.mark.parametrize(("cell", "activation"), CASES)
def test_gradients_of_states_agree_with_finite_differences(cell, activation):
    weights, rows, loss = a_case(cell)
    back, step = backward_through_time(cell, rows, weights, loss, activation), 1e-6
    found = {"hidden_state": back.hidden_states, "cell_state": back.cell_states}
    for name in zero_leaves(cell):
        for t, text, unit in [(0, 0, 0), (3, 1, 4), (LENGTH - 1, 2, 2)]:
            interrupt = torch.zeros(LENGTH, BATCH, HIDDEN, dtype=torch.float64)
            interrupt[t, text, unit] = step
            up, down = (last_state(cell, activation, rows, weights, {name: s * interrupt}) for s in (1, -1))
            expected = ((up - down) * loss).sum() / (2 * step)
            assert found[name][t, text, unit].item() == pytest.approx(expected.item(), abs=1e-8)


@pytest.mark.parametrize("cell", THEIRS)
def test_the_influence_of_a_token_is_the_norm_of_torchs_jacobian(cell):
    torch.manual_seed(0)
    layer = THEIRS[cell](INPUT, HIDDEN).double()
    rows = torch.randn(LENGTH, BATCH, INPUT, dtype=torch.float64)
    jacobian = torch.autograd.functional.jacobian(
        lambda x: layer(x)[0][-1, 0], rows[:, :1]
    )  # unit, t, 1, input
    expected = jacobian.square().sum((0, 2, 3)).sqrt()
    curves = gradient_curves(cell, rows.transpose(0, 1), CellWeights(*layer.parameters()))
    np.testing.assert_allclose(curves.influence, expected.numpy(), rtol=1e-9)


@pytest.mark.parametrize("cell", CELLS)
def test_curves_have_a_number_per_token_and_end_at_the_loss(cell):
    curves = measure_gradients(GradientSetting(cell, length=12))
    assert curves.hidden_state.shape == curves.influence.shape == (12,)
    assert curves.hidden_state[-1] == pytest.approx(1.0)
    assert (curves.cell_state is not None) == CELLS[cell].has_memory


@pytest.mark.parametrize("cell", CELLS)
def test_the_same_seed_draws_the_same_curves(cell):
    one, same, other = (measure_gradients(GradientSetting(cell, length=5, seed=seed)) for seed in (1, 1, 2))
    assert np.array_equal(one.hidden_state, same.hidden_state)
    assert not np.array_equal(one.hidden_state, other.hidden_state)


def test_a_text_of_one_token_has_its_loss_only():
    curves = measure_gradients(GradientSetting("lstm", length=1))
    assert curves.hidden_state.tolist() == pytest.approx([1.0])


def test_a_spectral_radius_of_0_cuts_the_plain_cells_past_off_at_once():
    curves = measure_gradients(GradientSetting("rnn", length=4, spectral_radius=0.0))
    assert curves.hidden_state[:-1].tolist() == [0, 0, 0]


def test_a_linear_growth_of_3_over_500_tokens_is_large_but_a_number():
    curves = measure_gradients(GradientSetting("rnn", length=500, spectral_radius=3.0, activation="relu"))
    assert not np.isnan(curves.hidden_state).any()
    assert curves.hidden_state[0] > 1e50


def test_an_open_forget_gate_carries_the_cell_states_gradient_further():
    shut, wide = (
        measure_gradients(GradientSetting("lstm", length=60, forget_bias=bias)).cell_state[0]
        for bias in (-2.0, 4.0)
    )
    assert wide > 1000 * shut


@pytest.mark.parametrize("cell", CELLS)
def test_a_gradient_too_small_for_its_digits_is_0_and_the_thread_is_left_as_it_was(cell):
    weights = initial_weights(cell, INPUT, HIDDEN, generator())
    rows = torch.randn(400, BATCH, INPUT, generator=generator(1))
    back = backward_through_time(cell, rows, weights, torch.randn(BATCH, HIDDEN, generator=generator(2)))
    norms = back.hidden_states.abs()
    smallest = torch.finfo(torch.float32).tiny
    assert (norms[0] == 0).all()  # over 400 tokens it fades beyond float32
    assert ((norms == 0) | (norms >= smallest)).all()
    assert (torch.tensor([smallest]) / 2 > 0).all()


@pytest.mark.parametrize("cell", THEIRS)
def test_the_curves_are_those_of_what_the_seed_draws(cell):
    """Torch's own layer on the same draws: weights and the loss's direction by the seed, inputs by the next one."""
    curves = measure_gradients(GradientSetting(cell, length=6, hidden_size=4, input_size=3, batch=2, seed=8))
    layer = THEIRS[cell](3, 4).double()
    drawn, bound = generator(8), 4**-0.5
    with torch.no_grad():
        for parameter in layer.parameters():
            parameter.uniform_(-bound, bound, generator=drawn)
    rows = torch.randn(6, 2, 3, generator=generator(9), dtype=torch.float64)
    direction = torch.randn(4, generator=generator(8), dtype=torch.float64)
    direction /= direction.norm()
    jacobian = torch.autograd.functional.jacobian(lambda x: layer(x)[0][-1, 0], rows[:, :1])
    np.testing.assert_allclose(curves.influence, jacobian.square().sum((0, 2, 3)).sqrt().numpy(), rtol=1e-9)
    weights, norms = CellWeights(*layer.parameters()), []
    leaves = {"hidden_state": torch.zeros(6, 2, 4, dtype=torch.float64, requires_grad=True)}
    (last_state(cell, "tanh", rows, weights, leaves) @ direction).sum().backward()
    norms = leaves["hidden_state"].grad.norm(dim=2).mean(1)
    np.testing.assert_allclose(curves.hidden_state, norms.numpy(), rtol=1e-9)


def test_a_longer_text_begins_as_a_shorter_one_does():
    short, long = (GradientSetting("rnn", length=length, seed=4).inputs() for length in (3, 7))
    assert torch.equal(long[:, :3], short)


def test_the_knobs_are_turned_after_the_weights_are_drawn():
    setting = {"cell": "lstm", "hidden_size": 4, "seed": 5}
    plain = GradientSetting(**setting).weights()
    scaled = GradientSetting(**setting, weight_scale=1.5, forget_bias=2.0).weights()
    torch.testing.assert_close(scaled.weight_ih, 1.5 * plain.weight_ih)
    torch.testing.assert_close(scaled.weight_hh, 1.5 * plain.weight_hh)
    assert (scaled.bias_ih + scaled.bias_hh)[4:8].tolist() == [2.0] * 4
    tuned = GradientSetting(**setting, weight_scale=1.5, spectral_radius=0.7).weights()
    for block in tuned.weight_hh.chunk(4):
        assert torch.linalg.eigvals(block).abs().max().item() == pytest.approx(0.7)


def test_an_unknown_cell_has_no_backward_pass():
    weights, rows, loss = a_case("rnn")
    with pytest.raises(ValueError, match="one of rnn, lstm, gru.*, but it is 'transformer'"):
        backward_through_time("transformer", rows, weights, loss)
