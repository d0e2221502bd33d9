"""Recovered gates against the equations run token by token."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from seqviz.models.cells.registry import CELLS
from seqviz.models.inspect.gates import recover, recover_layer, trace
from seqviz.models.stack import joined
from tests.models.nets import generator, padded_batch, small_net, small_stack


def expected_gates(stack, below, direction, layer):
    text = below if direction == "forward" else below.flip(1)
    values = CELLS[stack.cell].read_step_by_step(text, stack.weights(layer, direction))
    return values if direction == "forward" else {name: value.flip(1) for name, value in values.items()}


@pytest.mark.parametrize("cell", CELLS)
def test_every_gate_of_every_layer_and_direction_is_exact_in_padded_batches(cell):
    stack = small_stack(cell).double()
    inputs, lengths = padded_batch()
    inputs = inputs.double()
    found = recover(stack, inputs, lengths)
    assert [(layer.layer, layer.direction) for layer in found] == [
        (0, "forward"), (0, "reverse"), (1, "forward"), (1, "reverse"),
    ]  # fmt: skip
    for text, length in enumerate(lengths.tolist()):
        alone = inputs[text : text + 1, :length]
        belows = [alone, joined(stack(alone)[0])]
        for layer in found:
            expected = expected_gates(stack, belows[layer.layer], layer.direction, layer.layer)
            for name in CELLS[cell].gates:
                values = layer.gates[name][text]
                torch.testing.assert_close(values[:length], expected[name][0], rtol=0, atol=1e-10)
                assert not values[length:].any()


@pytest.mark.parametrize("cell", CELLS)
def test_single_precision_is_exact_to_two_millionths_over_200_tokens(cell):
    stack = small_stack(cell, (32,), input_size=16)
    inputs = torch.randn(1, 200, 16, generator=generator(2))
    with torch.no_grad():
        for layer in recover(stack, inputs):
            expected = expected_gates(stack, inputs, layer.direction, 0)
            for name, values in expected.items():
                error = (layer.gates[name] - values).abs().max() / values.abs().max()
                assert error <= 2e-6, (name, layer.direction)


def test_a_trace_is_numpy_in_text_order_whatever_the_nets_mode():
    net = small_net("gru", (5, 3), bidirectional=True, dropout=0.5)
    net.train()
    found = trace(net, [4, 7, 1], ("not", "so", "good"))
    assert net.training
    assert [layer.name for layer in found.layers] == [
        "layer0.forward", "layer0.reverse", "layer1.forward", "layer1.reverse",
    ]  # fmt: skip
    assert found.tokens == ("not", "so", "good")
    assert found.layers[0].gates["update_gate"].shape == (3, 5)
    assert {array.dtype for layer in found.layers for array in layer.gates.values()} == {np.dtype(np.float32)}
    again = trace(net, [4, 7, 1], ("not", "so", "good"))
    assert np.array_equal(found.layers[3].gates["candidate"], again.layers[3].gates["candidate"])


def test_a_trace_needs_a_token_and_an_id_for_each():
    with pytest.raises(ValueError, match="at least one token"):
        trace(small_net(), [], ())
    with pytest.raises(ValueError, match="2 tokens, 1 ids"):
        trace(small_net(), [3], ("a", "b"))


def test_an_unknown_cell_has_no_gates():
    rows, states = torch.zeros(2, 1, 4), torch.zeros(2, 1, 5)
    with pytest.raises(ValueError, match="one of rnn, lstm, gru.*, but it is 'transformer'"):
        recover_layer("transformer", rows, states, small_stack("rnn").weights(0, "forward"))
