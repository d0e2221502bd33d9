"""What a cell's layer is called in scripts, and the layer that is written out."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from torch import nn

from seqviz.export.cell_code import (
    ONE_BIAS,
    TWO_BIASES,
    bias_note,
    cell_code,
    every_keras_cell,
    every_torch_cell,
    keras_layer,
    torch_layer,
)
from seqviz.models.cells.registry import CELLS, register, unregister
from tests.models.nets import THEIRS


@pytest.fixture
def without_a_layer():
    """An LSTM under another name that neither library has a layer for."""
    register(replace(CELLS["lstm"], name="memory", torch_layer_name=None, keras_layer_name=None))
    yield "memory"
    unregister("memory")


@pytest.mark.parametrize("cell", THEIRS)
def test_the_layers_named_are_there_and_count_as_the_formula_says(cell):
    layer = eval(torch_layer(cell), {"nn": nn})(3, 5)
    assert sum(weight.numel() for weight in layer.parameters()) == CELLS[cell].parameters(3, 5)
    assert cell_code(cell) == ""


def test_only_the_gru_has_two_biases_in_keras():
    cells = ("rnn", "lstm", "gru")
    assert [bias_note(cell) for cell in cells] == [ONE_BIAS, ONE_BIAS, TWO_BIASES]
    assert [keras_layer(cell) for cell in cells] == ["SimpleRNN", "LSTM", "GRU"]


@pytest.mark.parametrize("options", [{}, {"batch_first": True}, {"bidirectional": True, "num_layers": 2}])
def test_a_layer_written_out_is_drawn_and_reads_as_pytorchs(options, without_a_layer):
    names = {"nn": nn, "torch": torch}
    exec("from __future__ import annotations\n" + cell_code(without_a_layer), names)
    torch.manual_seed(0)
    theirs = nn.LSTM(3, 5, **options)
    torch.manual_seed(0)
    ours = names[torch_layer(without_a_layer)](3, 5, **options)
    assert list(ours.state_dict()) == list(theirs.state_dict())
    lengths, batch_first = torch.tensor([4, 2, 1]), options.get("batch_first", False)
    rows = torch.randn(*((3, 4) if batch_first else (4, 3)), 3)
    torch.testing.assert_close(ours(rows)[0], theirs(rows)[0])
    packed = nn.utils.rnn.pack_padded_sequence(rows, lengths, batch_first=batch_first, enforce_sorted=False)
    (found, last), (expected, (hidden, memory)) = ours(packed), theirs(packed)
    torch.testing.assert_close(found.data, expected.data)
    torch.testing.assert_close(torch.stack([one["hidden_state"] for one in last]), hidden)
    torch.testing.assert_close(torch.stack([one["cell_state"] for one in last]), memory)
    torch.testing.assert_close(ours(rows, last)[0], theirs(rows, (hidden, memory))[0])


def test_a_comparison_of_every_cell_writes_out_what_pytorch_lacks_and_leaves_out_what_keras_lacks(
    without_a_layer,
):
    filled = every_torch_cell()
    assert "class MEMORY(nn.Module)" in filled["cell_classes"]
    assert '"memory": MEMORY' in filled["torch_layers"]
    assert filled["forget_blocks"] == every_keras_cell()["forget_blocks"] | {"memory": 1}
    assert filled["forget_blocks"]["lstm"] == 1
    assert {"rnn", "lstm", "gru"} <= set(every_keras_cell()["cells"]) < set(filled["cells"])
