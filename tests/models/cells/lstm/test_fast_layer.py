"""The operation that the app trains with against `nn.LSTM`, from a state that is not empty."""

from __future__ import annotations

import torch
from torch import nn

from seqviz.models.cells.lstm.fast_layer import lstm_layer
from tests.models.cells.layers import BATCH, HIDDEN, layer_and_rows
from tests.models.nets import generator


@torch.no_grad()
def test_it_goes_on_from_a_state_as_pytorchs_layer_does():
    layer, weights, rows = layer_and_rows(nn.LSTM)
    state = tuple(torch.randn(BATCH, HIDDEN, generator=generator(k), dtype=torch.float64) for k in (2, 3))
    found, last = lstm_layer(rows, weights, state, "tanh")
    expected, expected_last = layer(rows, tuple(held.unsqueeze(0) for held in state))
    torch.testing.assert_close(found, expected, rtol=0, atol=1e-14)
    for one, other in zip(last, expected_last, strict=True):
        torch.testing.assert_close(one, other[0], rtol=0, atol=1e-14)
