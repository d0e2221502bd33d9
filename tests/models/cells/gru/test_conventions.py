"""The other ways to write the GRU: which differ in names only, and which in what they compute."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from seqviz.models.cells.gru.conventions import CONVENTIONS, read_by_convention, with_update_gate_turned
from seqviz.models.cells.registry import CELLS
from seqviz.models.initial import initial_weights
from tests.models.nets import generator


def a_text():
    weights = initial_weights("gru", 4, 5, generator(), torch.float64)
    return torch.randn(6, 4, generator=generator(1), dtype=torch.float64), weights


def test_the_first_convention_is_the_cells_own():
    x, weights = a_text()
    pytorch = read_by_convention(x, weights)[0].gates
    expected = CELLS["gru"].read_step_by_step(x.unsqueeze(0), weights)
    for name, values in pytorch.items():
        np.testing.assert_allclose(values, expected[name][0], rtol=0, atol=1e-7)


def test_turning_the_update_gates_weights_makes_a_replacing_gate_a_keeping_one():
    x, weights = a_text()
    keeping = read_by_convention(x, weights)[1].gates
    replacing = read_by_convention(x, with_update_gate_turned(weights))[2].gates
    np.testing.assert_allclose(keeping["hidden_state"], replacing["hidden_state"], rtol=0, atol=1e-7)
    np.testing.assert_allclose(keeping["update_gate"], 1 - replacing["update_gate"], rtol=0, atol=1e-7)


def test_resetting_before_or_after_the_product_is_not_the_same_cell():
    x, weights = a_text()
    after, before, _ = (reading.gates["candidate"] for reading in read_by_convention(x, weights))
    assert np.abs(after[1:] - before[1:]).max() > 1e-3


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda convention: convention.name)
def test_each_convention_does_with_z_and_r_what_its_labels_say(convention):
    _, weights = a_text()
    for tensor in weights.tensors():
        tensor.zero_()
    size = weights.hidden_size
    weights.bias_ih[size : 2 * size] = 100.0  # z = 1
    before = {"hidden_state": torch.full((1, size), 0.5, dtype=torch.float64)}
    x = torch.zeros(1, 4, dtype=torch.float64)
    state = convention.step(x, before, weights)["hidden_state"]
    assert state.unique().tolist() == [0.5 if convention.update_gate == "keeps" else 0.0]
    weights.bias_ih[:size] = -1000.0  # r = 0
    weights.bias_hh[2 * size :] = 1.0
    candidate = convention.step(x, before, weights)["candidate"]
    expected = 0.0 if convention.reset == "after" else float(np.tanh(1.0))
    assert candidate.unique().tolist() == pytest.approx([expected])
