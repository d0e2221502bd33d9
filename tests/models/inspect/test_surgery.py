"""Surgery against the untouched trace, and what holding a gate must do by the equations."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from seqviz.models.cells.registry import CELLS
from seqviz.models.inspect.gates import trace
from seqviz.models.inspect.reading import positive_probability
from seqviz.models.inspect.surgery import Clamp, Surgery, limits_of, operate
from tests.models.nets import small_net

IDS, TOKENS = [3, 7, 1, 12, 5], ("not", "one", "bit", "so", "good")


def gates_of(net, *clamps, resets=()):
    return operate(net, IDS, TOKENS, Surgery(clamps, resets)).trace.layers[0].gates


@pytest.mark.parametrize("bidirectional", [False, True])
@pytest.mark.parametrize("cell", CELLS)
def test_without_a_clamp_the_trace_is_the_untouched_one(cell, bidirectional):
    net = small_net(cell, (5, 3), bidirectional, dropout=0.5)
    operated, untouched = operate(net, IDS, TOKENS, Surgery()), trace(net, IDS, TOKENS)
    assert [layer.name for layer in operated.trace.layers] == [layer.name for layer in untouched.layers]
    for ours, theirs in zip(operated.trace.layers, untouched.layers, strict=True):
        assert list(ours.gates) == list(theirs.gates)
        for name, values in ours.gates.items():
            np.testing.assert_allclose(values, theirs.gates[name], rtol=0, atol=1e-6)
    assert operated.positive == pytest.approx(positive_probability(net, [IDS])[0], abs=1e-6)


def test_a_forget_gate_held_open_and_an_input_gate_held_shut_keep_the_cell_state():
    hold = [Clamp("forget_gate", 1.0, first=2), Clamp("input_gate", 0.0, first=2)]
    cells = gates_of(small_net("lstm"), *hold)["cell_state"]
    assert cells[1].any()
    for token in (2, 3, 4):
        assert np.array_equal(cells[token], cells[1])


def test_a_shut_forget_gate_leaves_only_what_is_written_now():
    gates = gates_of(small_net("lstm"), Clamp("forget_gate", 0.0))
    np.testing.assert_allclose(
        gates["cell_state"], gates["input_gate"] * gates["candidate"], rtol=0, atol=1e-7
    )


def test_an_update_gate_held_at_1_keeps_the_state_of_one_unit_only():
    states = gates_of(small_net("gru"), Clamp("update_gate", 1.0, unit=2, first=1))["hidden_state"]
    assert len(set(states[:, 2].tolist())) == 1
    assert len(set(states[:, 0].tolist())) == len(IDS)


def test_a_clamp_acts_from_its_first_to_its_last_token_and_not_before():
    net = small_net("lstm")
    held = gates_of(net, Clamp("output_gate", 0.25, first=1, last=2))
    untouched = gates_of(net)
    assert (held["output_gate"][1:3] == 0.25).all() and not (held["output_gate"][3:] == 0.25).any()
    assert np.array_equal(held["hidden_state"][0], untouched["hidden_state"][0])
    assert not np.array_equal(held["hidden_state"][3], untouched["hidden_state"][3])


@pytest.mark.parametrize("cell", CELLS)
def test_after_a_reset_the_rest_is_read_as_a_text_of_its_own(cell):
    net = small_net(cell, (5, 3))
    operated = operate(net, IDS, TOKENS, Surgery(resets=(2,)))
    alone = trace(net, IDS[2:], TOKENS[2:])
    for layer, rest in zip(operated.trace.layers, alone.layers, strict=True):
        np.testing.assert_allclose(
            layer.gates["hidden_state"][2:], rest.gates["hidden_state"], rtol=0, atol=1e-6
        )


def test_the_reverse_direction_is_operated_on_in_text_order():
    net = small_net("lstm", (5,), bidirectional=True)
    clamp = Clamp("hidden_state", 0.0, first=0, last=0, direction="reverse")
    forward, reverse = operate(net, IDS, TOKENS, Surgery((clamp,))).trace.layers
    assert not reverse.gates["hidden_state"][0].any() and reverse.gates["hidden_state"][1:].all()
    assert forward.gates["hidden_state"].all()


def test_a_clamp_changes_the_prediction_and_not_the_net():
    net = small_net("gru")
    before = positive_probability(net, [IDS])
    assert operate(net, IDS, TOKENS, Surgery((Clamp("candidate", 1.0),))).positive != pytest.approx(before[0])
    assert np.array_equal(positive_probability(net, [IDS]), before)


@pytest.mark.parametrize(
    ("surgery", "message"),
    [
        (Surgery((Clamp("cell_state", 0.0),)), "but a clamp names 'cell_state'"),
        (Surgery((Clamp("update_gate", 0.0, layer=1),)), "no layer 1"),
        (Surgery((Clamp("update_gate", 0.0, direction="reverse"),)), "direction 'reverse'"),
        (Surgery((Clamp("update_gate", 0.0, unit=5),)), "units 0 to 4, but a clamp names unit 5"),
        (Surgery((Clamp("update_gate", 0.0, first=3, last=9),)), "tokens 0 to 4, but a clamp is asked for"),
        (Surgery((Clamp("update_gate", float("nan")),)), "is a number, but nan came"),
        (Surgery((Clamp("update_gate", 1.01),)), "update_gate lies between 0 and 1, but 1.01 came"),
        (Surgery((Clamp("reset_gate", -0.01),)), "reset_gate lies between 0 and 1, but -0.01 came"),
        (Surgery((Clamp("candidate", -1.5),)), "candidate lies between -1 and 1, but -1.5 came"),
        (Surgery(resets=(5,)), "tokens 0 to 4, but a reset is asked for at 5"),
    ],
)
def test_impossible_surgery_is_refused_with_what_there_is(surgery, message):
    with pytest.raises(ValueError, match=message):
        operate(small_net("gru"), IDS, TOKENS, surgery)


def test_surgery_needs_a_token():
    with pytest.raises(ValueError, match="0 tokens, 0 ids"):
        operate(small_net(), [], (), Surgery())


@pytest.mark.parametrize("cell", CELLS)
def test_no_gate_of_a_net_leaves_the_limits_that_it_may_be_held_within(cell):
    net = small_net(cell)
    with torch.no_grad():
        for tensor in net.parameters():
            tensor.mul_(30)  # far into both ends of every sigmoid and tanh
    for name, values in trace(net, IDS, TOKENS).layers[0].gates.items():
        low, high = limits_of(name)
        assert low <= values.min() and values.max() <= high
        if name != "cell_state":
            operate(net, IDS, TOKENS, Surgery((Clamp(name, low), Clamp(name, high))))
