"""One step of the GRU against `nn.GRUCell`."""

from __future__ import annotations

import torch
from torch import nn

from seqviz.models.cells.gru.step import gru_step
from seqviz.models.cells.values import CellWeights
from tests.models.cells.layers import BATCH, HIDDEN, INPUT
from tests.models.nets import generator


def test_a_step_is_that_of_pytorchs_cell():
    torch.manual_seed(0)
    cell = nn.GRUCell(INPUT, HIDDEN).double()
    x = torch.randn(BATCH, INPUT, generator=generator(1), dtype=torch.float64)
    names = ("hidden_state",)
    before = {
        name: torch.randn(BATCH, HIDDEN, generator=generator(k), dtype=torch.float64)
        for k, name in enumerate(names)
    }
    found = gru_step(x, before, CellWeights(*cell.parameters()))
    expected = cell(x, before["hidden_state"])
    for name, value in zip(names, [expected], strict=True):
        torch.testing.assert_close(found[name], value, rtol=0, atol=1e-14)
