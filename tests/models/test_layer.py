"""One layer in one direction against torch's own, and what it refuses."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from seqviz.models.cells.values import CellWeights
from seqviz.models.initial import initial_weights
from seqviz.models.layer import run_layer
from tests.models.nets import generator


@pytest.mark.parametrize(
    ("cell", "activation", "layer"),
    [
        ("rnn", "tanh", nn.RNN(4, 5)),
        ("rnn", "relu", nn.RNN(4, 5, nonlinearity="relu")),
        ("lstm", "tanh", nn.LSTM(4, 5)),
        ("gru", "tanh", nn.GRU(4, 5)),
    ],
)
def test_a_layer_is_torchs_own_read_at_one_go_or_in_two_parts(cell, activation, layer):
    rows = torch.randn(7, 3, 4, generator=generator())
    weights = CellWeights(*layer.parameters())
    expected, last = layer(rows)
    states, state = run_layer(cell, rows, weights, activation=activation)
    torch.testing.assert_close(states, expected)
    for ours, theirs in zip(state, last if cell == "lstm" else [last], strict=True):
        torch.testing.assert_close(ours, theirs[0])
    first, middle = run_layer(cell, rows[:4], weights, activation=activation)
    second, end = run_layer(cell, rows[4:], weights, middle, activation)
    torch.testing.assert_close(torch.cat([first, second]), expected)
    torch.testing.assert_close(end[0], state[0])


def test_an_unknown_cell_is_refused():
    weights = initial_weights("rnn", 4, 5, generator())
    with pytest.raises(ValueError, match="one of rnn, lstm, gru.*, but it is 'transformer'"):
        run_layer("transformer", torch.zeros(2, 1, 4), weights)
