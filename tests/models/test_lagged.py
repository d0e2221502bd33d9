from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from seqviz.models.cliff import BIASES, START, STEPS, TARGET, WEIGHTS, loss_and_gradient, measure_cliff
from seqviz.models.lagged import AddingNet, RecallNet


def test_the_recall_nets_forget_bias_is_set_once_not_twice():
    net = RecallNet(8, 4, "lstm", 5, forget_bias=2.0)
    weights = net.recurrent.weights(0, "forward")
    assert (weights.bias_ih[5:10] == 2).all()
    assert (weights.bias_hh[5:10] == 0).all()
    assert net(torch.zeros(3, 6, dtype=torch.int64)).shape == (3, 4)


def test_the_adding_net_is_torchs_own_relu_layer_with_an_identity():
    torch.manual_seed(0)
    net, theirs = AddingNet(4, 1.1, "relu"), torch.nn.RNN(2, 4, nonlinearity="relu")
    theirs.load_state_dict(
        {
            f"{name}_l0": getattr(net, name).detach()
            for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
        }
    )
    inputs = torch.randn(3, 9, 2)
    expected = net.output(theirs(inputs.transpose(0, 1))[1][0]).squeeze(1)
    torch.testing.assert_close(net(inputs), expected)
    torch.testing.assert_close(net.weight_hh.detach(), 1.1 * torch.eye(4))


def test_the_cliffs_gradient_is_autograds():
    weight, bias = (torch.tensor(value, dtype=torch.float64, requires_grad=True) for value in (4.2, -1.7))
    state = torch.tensor(0.5, dtype=torch.float64)
    for _ in range(STEPS):
        state = torch.sigmoid(weight * state + bias)
    expected = (state - TARGET) ** 2
    expected.backward()
    loss, by_weight, by_bias = loss_and_gradient(np.array(4.2), np.array(-1.7))
    np.testing.assert_allclose(loss, expected.item(), rtol=1e-10)
    np.testing.assert_allclose([by_weight, by_bias], [weight.grad, bias.grad], rtol=1e-10)


def test_the_clipped_step_is_as_long_as_the_limit_and_the_other_leaves_the_picture():
    cliff = measure_cliff(1.0, 0.5)
    assert cliff.loss.shape == (len(BIASES), len(WEIGHTS))
    assert np.isclose(np.hypot(*(np.array(cliff.clipped) - START)), 0.5)
    assert np.hypot(*(np.array(cliff.unclipped) - START)) > 100


@pytest.mark.parametrize("cell", ["rnn", "lstm", "gru"])
def test_the_recall_net_names_the_symbol_from_torchs_last_state(cell):
    net = RecallNet(8, 4, cell, 5, forget_bias=None)
    theirs = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}[cell](16, 5, batch_first=True)
    theirs.load_state_dict(net.recurrent.state_dict())
    token_ids = torch.randint(8, (3, 6), generator=torch.Generator().manual_seed(0))
    expected = net.output(theirs(net.embedding(token_ids))[0][:, 5])
    torch.testing.assert_close(net(token_ids), expected)


@pytest.mark.parametrize(("rate", "limit"), [(0.3, 1e9), (0.3, 2.0), (0.7, 0.5)])
def test_both_steps_go_down_the_gradient(rate, limit):
    found = measure_cliff(rate, limit)
    gradient = np.array(found.gradient)
    np.testing.assert_allclose(np.array(START) - found.unclipped, rate * gradient)
    length = np.hypot(*gradient)
    np.testing.assert_allclose(np.array(START) - found.clipped, rate * gradient * min(1, limit / length))
