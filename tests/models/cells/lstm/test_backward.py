"""The backward pass through the LSTM by hand against autograd through its steps."""

from __future__ import annotations

import torch
from torch import nn

from seqviz.models.cells.lstm.backward import lstm_backward
from seqviz.models.cells.lstm.step import lstm_step
from tests.models.cells.layers import BATCH, HIDDEN, gradients, layer_and_rows, stepped
from tests.models.nets import generator

STATES = ("hidden_state", "cell_state")


def test_every_gradient_is_autograds():
    _, weights, rows = layer_and_rows(nn.LSTM)
    loss = torch.randn(BATCH, HIDDEN, generator=generator(2), dtype=torch.float64)
    of_states, of_rows = gradients(lstm_step, rows, weights, STATES, loss)
    back = lstm_backward(stepped(lstm_step, rows, weights, STATES), weights, loss, "tanh")
    torch.testing.assert_close(back.hidden_states, of_states["hidden_state"], rtol=0, atol=1e-12)
    torch.testing.assert_close(back.inputs(weights), of_rows, rtol=0, atol=1e-12)
    torch.testing.assert_close(back.cell_states, of_states["cell_state"], rtol=0, atol=1e-12)
