"""The gates of all tokens at once against the GRU stepped."""

from __future__ import annotations

import torch
from torch import nn

from seqviz.models.cells.gru.gates import gru_gates
from seqviz.models.cells.gru.step import gru_step
from tests.models.cells.layers import before, layer_and_rows, stepped


def test_gates_recovered_from_pytorchs_states_are_those_of_the_steps():
    layer, weights, rows = layer_and_rows(nn.GRU)
    expected = stepped(gru_step, rows, weights, ("hidden_state",))
    found = gru_gates(rows, before(layer(rows)[0].detach()), weights)
    assert found.keys() == expected.keys() - {"hidden_state"}
    for name, values in found.items():
        torch.testing.assert_close(values, expected[name], rtol=0, atol=1e-12)
