"""The plain cell against `nn.RNNCell`, with both activations."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from seqviz.models.cells.rnn import rnn_step
from seqviz.models.cells.values import CellWeights
from tests.models.cells.layers import BATCH, HIDDEN, INPUT
from tests.models.nets import generator


@pytest.mark.parametrize("name", ["tanh", "relu"])
def test_a_step_is_that_of_pytorchs_cell(name):
    torch.manual_seed(0)
    cell = nn.RNNCell(INPUT, HIDDEN, nonlinearity=name).double()
    x = torch.randn(BATCH, INPUT, generator=generator(1), dtype=torch.float64)
    h = torch.randn(BATCH, HIDDEN, generator=generator(2), dtype=torch.float64)
    weights = CellWeights(*cell.parameters())
    found = rnn_step(x, {"hidden_state": h}, weights, activation=getattr(torch, name))["hidden_state"]
    torch.testing.assert_close(found, cell(x, h), rtol=0, atol=1e-14)
