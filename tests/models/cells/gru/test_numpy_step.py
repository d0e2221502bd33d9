"""The GRU's step in NumPy against `nn.GRU`."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from seqviz.models.cells.gru.numpy_step import gru_numpy_layer
from tests.models.cells.layers import HIDDEN, layer_and_rows


@torch.no_grad()
def test_steps_one_after_the_other_give_pytorchs_states():
    layer, weights, rows = layer_and_rows(nn.GRU, torch.float32)
    weight, bias, step = gru_numpy_layer(*(tensor.numpy() for tensor in weights.tensors()))
    state = (np.zeros(HIDDEN, np.float32),) * 1
    for row in rows[:, 0].numpy():
        state = step(weight @ row + bias, state)
    _, last = layer(rows[:, :1])
    for found, expected in zip(state, (last[0, 0].numpy(),), strict=True):
        np.testing.assert_allclose(found, expected, atol=1e-6)
