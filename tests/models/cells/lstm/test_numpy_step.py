"""The LSTM's step in NumPy against `nn.LSTM`."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from seqviz.models.cells.lstm.numpy_step import lstm_numpy_layer
from tests.models.cells.layers import HIDDEN, layer_and_rows


@torch.no_grad()
def test_steps_one_after_the_other_give_pytorchs_states():
    layer, weights, rows = layer_and_rows(nn.LSTM, torch.float32)
    weight, bias, step = lstm_numpy_layer(*(tensor.numpy() for tensor in weights.tensors()))
    state = (np.zeros(HIDDEN, np.float32),) * 2
    for row in rows[:, 0].numpy():
        state = step(weight @ row + bias, state)
    _, last = layer(rows[:, :1])
    for found, expected in zip(state, tuple(state[0, 0].numpy() for state in last), strict=True):
        np.testing.assert_allclose(found, expected, atol=1e-6)
