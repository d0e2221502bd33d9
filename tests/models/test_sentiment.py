"""The sentiment net: pooling, seeds, and how many numbers it consists of."""

from __future__ import annotations

import pytest
import torch

from seqviz.models.cells.registry import CELLS
from seqviz.models.sentiment import POOLINGS, SentimentNet, count_parameters, layer_parameters, pool
from seqviz.models.stack import joined
from tests.models.nets import small_net


def by_hand(net, ids):
    """Pool one unpadded text the obvious way."""
    forward, *reverse = (
        states[0] for states in net.states(torch.tensor([ids]), torch.tensor([len(ids)]))[-1]
    )
    states = torch.cat([forward, *reverse], dim=1)
    return {
        "last": torch.cat([forward[-1], *(states[0] for states in reverse)]),
        "mean": states.mean(0),
        "max": states.max(0).values,
        "max+mean": torch.cat([states.max(0).values, states.mean(0)]),
    }[net.pooling]


@pytest.mark.parametrize("bidirectional", [False, True])
@pytest.mark.parametrize("pooling", POOLINGS)
@pytest.mark.parametrize("cell", CELLS)
def test_padding_has_no_part_in_a_logit(cell, pooling, bidirectional):
    net = small_net(cell, (5, 3), bidirectional, pooling)
    logits = net(torch.tensor([[3, 4, 5, 6], [7, 8, 0, 0], [9, 0, 0, 0]]), torch.tensor([4, 2, 1]))
    assert logits.shape == (3,)
    for logit, ids in zip(logits, ([3, 4, 5, 6], [7, 8], [9]), strict=True):
        torch.testing.assert_close(logit, net.output(by_hand(net, ids))[0], rtol=0, atol=1e-6)


def test_an_empty_text_is_read_as_one_padding():
    net = small_net()
    empty, padding = net(torch.tensor([[0, 0], [0, 0]]), torch.tensor([0, 1]))
    assert empty == padding


def test_pooled_states_have_the_size_of_the_output_layer():
    net = small_net("lstm", (5, 3), True, "max+mean")
    lengths = torch.tensor([2])
    states = net.states(torch.tensor([[1, 2]]), lengths)
    assert joined(states[-1]).shape == (1, 2, 6)
    assert pool(states[-1], lengths, "max+mean").shape == (1, net.output.in_features)


def test_the_state_dict_has_pytorchs_names():
    names = list(small_net("gru", (5, 3), True).state_dict())
    assert names[0] == "embedding.weight"
    assert {"recurrent.weight_ih_l0", "recurrent.bias_hh_l1_reverse", "output.weight", "output.bias"} < set(
        names
    )


def test_the_same_seed_makes_the_same_net_and_padding_is_zero():
    one, same, other = (small_net(seed=seed).state_dict() for seed in (1, 1, 2))
    assert all(torch.equal(one[name], same[name]) for name in one)
    assert not torch.equal(one["output.weight"], other["output.weight"])
    assert not one["embedding.weight"][0].any()


@pytest.mark.parametrize("bidirectional", [False, True])
@pytest.mark.parametrize("cell", CELLS)
def test_the_parameter_formula_counts_what_is_there(cell, bidirectional):
    for pooling in POOLINGS:
        net = SentimentNet(30, 6, cell, (5, 3, 4), bidirectional, 0.0, pooling)
        count = count_parameters(30, 6, cell, (5, 3, 4), bidirectional, pooling)
        assert count.total == sum(parameter.numel() for parameter in net.parameters())
        assert sum(count.recurrent) == sum(parameter.numel() for parameter in net.recurrent.parameters())


@pytest.mark.parametrize(
    ("cell", "hidden_size", "expected"),
    [
        ("rnn", 64, 12416),
        ("rnn", 128, 33024),
        ("gru", 64, 37248),
        ("gru", 128, 99072),
        ("lstm", 64, 49664),
        ("lstm", 128, 132096),
    ],
)
def test_layers_of_an_input_of_128_have_the_worked_examples_counts(cell, hidden_size, expected):
    assert layer_parameters(cell, 128, hidden_size) == expected


@pytest.mark.parametrize(("cell", "fewer"), [("rnn", 64), ("lstm", 256), ("gru", 0)])
def test_keras_has_one_bias_a_gate_but_two_in_the_gru(cell, fewer):
    assert layer_parameters(cell, 128, 64) - layer_parameters(cell, 128, 64, "keras") == fewer


def test_unknown_names_are_named():
    with pytest.raises(ValueError, match="max\\+mean, but it is 'sum'"):
        small_net(pooling="sum")
    with pytest.raises(ValueError, match="pytorch or keras"):
        layer_parameters("lstm", 1, 1, "jax")
