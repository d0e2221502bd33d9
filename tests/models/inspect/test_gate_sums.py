"""What goes into the gates, against the layer's own weights."""

from __future__ import annotations

import numpy as np
import pytest

from seqviz.models.cells.registry import CELLS
from seqviz.models.inspect.gate_sums import Peephole, gate_sums
from tests.models.nets import small_net
from tests.new_cell.cells import PEEPHOLE, known

X = np.linspace(-1, 1, 4).astype(np.float32)
H = np.linspace(0.5, -0.2, 5).astype(np.float32)
STATES = {"cell_state₋₁": 0.25, "cell_state": -0.5}


@pytest.mark.parametrize("cell", CELLS)
def test_the_products_and_biases_are_those_of_the_layers_weights(cell):
    net = small_net(cell)
    found = gate_sums(net, X, dict.fromkeys(CELLS[cell].blocks, H), STATES, (0, "forward", 2))
    weights = {name: value.detach().double().numpy() for name, value in net.recurrent.named_parameters()}
    assert [one.name for one in found] == list(CELLS[cell].blocks)
    for block, one in enumerate(found):
        row = block * 5 + 2
        parts = [
            weights["weight_ih_l0"][row] @ X,
            weights["weight_hh_l0"][row] @ H,
            weights["bias_ih_l0"][row],
            weights["bias_hh_l0"][row],
        ]
        np.testing.assert_allclose(one.parts(), parts, atol=1e-9)
        assert (one.peephole is None) == (one.name not in CELLS[cell].peepholes)


def test_a_gate_with_a_peephole_has_the_units_own_weight_and_the_state_it_sees():
    with known(PEEPHOLE):
        net = small_net("peephole")
        found = gate_sums(net, X, dict.fromkeys(PEEPHOLE.blocks, H), STATES, (0, "forward", 2))
    own = {
        name: float(net.recurrent.get_parameter(f"{name}_l0")[2].detach())
        for name in PEEPHOLE.further_weights
    }
    assert {one.name: one.peephole for one in found} == {
        "input_gate": Peephole(own["weight_ci"], "cell_state₋₁", 0.25),
        "forget_gate": Peephole(own["weight_cf"], "cell_state₋₁", 0.25),
        "candidate": None,
        "output_gate": Peephole(own["weight_co"], "cell_state", -0.5),
    }
