"""One step of the LSTM against `nn.LSTMCell`."""

from __future__ import annotations

import torch
from torch import nn

from seqviz.models.cells.lstm.step import lstm_step
from seqviz.models.cells.values import CellWeights
from tests.models.cells.layers import BATCH, HIDDEN, INPUT
from tests.models.nets import generator


def test_a_step_is_that_of_pytorchs_cell():
    torch.manual_seed(0)
    cell = nn.LSTMCell(INPUT, HIDDEN).double()
    x = torch.randn(BATCH, INPUT, generator=generator(1), dtype=torch.float64)
    names = ("hidden_state", "cell_state")
    before = {
        name: torch.randn(BATCH, HIDDEN, generator=generator(k), dtype=torch.float64)
        for k, name in enumerate(names)
    }
    found = lstm_step(x, before, CellWeights(*cell.parameters()))
    expected = cell(x, tuple(before.values()))
    for name, value in zip(names, expected, strict=True):
        torch.testing.assert_close(found[name], value, rtol=0, atol=1e-14)
