"""The hand-derived GRU against nn.GRU, finite differences, and itself in pieces."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from seqviz.models.cells.gru.fast_layer import fast_gru
from seqviz.models.cells.values import CellWeights
from seqviz.models.layer import run_layer


def random_call(length, batch=3, input_size=4, hidden_size=5, scale=1.0, dtype=torch.float64):
    source = torch.Generator().manual_seed(length)
    shapes = [(length, batch, input_size), (batch, hidden_size), (3 * hidden_size, input_size)]
    shapes += [(3 * hidden_size, hidden_size), (3 * hidden_size,), (3 * hidden_size,)]
    return [(scale * torch.randn(shape, generator=source, dtype=dtype)).requires_grad_() for shape in shapes]


def theirs(x, state, W, U, b, b_):
    return torch.gru(x, state[None], [W, U, b, b_], True, 1, 0.0, True, False, False)[0]


@pytest.mark.parametrize("length", [1, 40, 255, 256, 257, 600])
def test_outputs_and_gradients_are_pytorchs(length):
    call = random_call(length)
    ours, expected = fast_gru(*call), theirs(*call)
    torch.testing.assert_close(ours, expected, rtol=0, atol=1e-12)
    direction = torch.randn_like(expected)
    found = torch.autograd.grad(ours, call, direction)
    for mine, other in zip(found, torch.autograd.grad(expected, call, direction), strict=True):
        torch.testing.assert_close(mine, other, rtol=1e-10, atol=1e-10)


def test_single_precision_keeps_its_six_digits_over_200_tokens():
    call = random_call(200, hidden_size=32, scale=0.2, dtype=torch.float32)
    torch.testing.assert_close(fast_gru(*call), theirs(*call), rtol=0, atol=1e-6)


def test_gradients_agree_with_finite_differences():
    assert torch.autograd.gradcheck(fast_gru, random_call(4, batch=2, input_size=2, hidden_size=3))


def test_the_backward_pass_can_be_run_twice():
    call = random_call(20)
    states = fast_gru(*call)
    first = torch.autograd.grad(states.sum(), call, retain_graph=True)
    second = torch.autograd.grad(states.sum(), call)
    assert all(torch.equal(one, other) for one, other in zip(first, second, strict=True))


def test_inputs_without_gradient_are_left_without():
    x, *others = random_call(5)
    fast_gru(x.detach(), *others).sum().backward()
    assert x.grad is None and others[1].grad is not None


def test_a_gru_layer_takes_this_path_on_the_cpu(monkeypatch):
    layer = nn.GRU(4, 5)
    calls = []
    monkeypatch.setattr(
        "seqviz.models.cells.gru.fast_layer.fast_gru", lambda *call: calls.append(call) or fast_gru(*call)
    )
    run_layer("gru", torch.randn(3, 2, 4), CellWeights(*layer.parameters()))
    assert len(calls) == 1
