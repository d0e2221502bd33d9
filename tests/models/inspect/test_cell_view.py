from __future__ import annotations

import numpy as np
import pytest

from seqviz.models.inspect.cell_view import cell_reading, cell_weights
from seqviz.models.inspect.gates import trace
from tests.models.nets import small_net


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


@pytest.mark.parametrize("layer", [0, 1])
@pytest.mark.parametrize("direction", ["forward", "reverse"])
def test_the_weights_and_inputs_handed_out_give_the_nets_own_gates(layer, direction):
    net, ids = small_net("lstm", (5, 3), bidirectional=True), [3, 7, 2, 9]
    read = trace(net, ids, list("abcd"))
    one, weights = cell_reading("t", net, ids, read, (layer, direction)), cell_weights(net, layer, direction)
    states = one.gates["hidden_state"]
    zeros = np.zeros((1, states.shape[1]), np.float32)
    before = np.vstack([zeros, states[:-1]]) if direction == "forward" else np.vstack([states[1:], zeros])
    sums = one.inputs @ weights["weight_ih"].T + before @ weights["weight_hh"].T
    sums = sums + weights["bias_ih"] + weights["bias_hh"]
    np.testing.assert_allclose(sigmoid(np.split(sums, 4, axis=1)[1]), one.gates["forget_gate"], atol=2e-6)
