from __future__ import annotations

import torch
from torch import nn

from seqviz.lessons.directions.both_ways import INPUTS, UNITS, late_word_moves_first_state, not_a_stack


def size_of(net):
    return sum(weights.numel() for weights in net.parameters())


def test_the_parameters_told_are_those_that_torch_adds():
    one = size_of(nn.LSTM(INPUTS, UNITS))
    second_direction = size_of(nn.LSTM(INPUTS, UNITS, bidirectional=True)) - one
    second_layer = size_of(nn.LSTM(INPUTS, UNITS, num_layers=2)) - one
    assert (
        f"direction has {second_direction:,} parameters, the second layer {second_layer:,}." in not_a_stack()
    )


def test_only_a_second_direction_tells_the_first_state_of_the_last_token():
    assert late_word_moves_first_state(False) == 0
    assert late_word_moves_first_state(True) > 0.001
    torch.manual_seed(0)
    text = torch.randn(1, 7, INPUTS)
    changed = torch.cat([text[:, :-1], torch.randn(1, 1, INPUTS)], dim=1)
    for net, moves in (
        (nn.LSTM(INPUTS, UNITS, 2), False),
        (nn.LSTM(INPUTS, UNITS, bidirectional=True), True),
    ):
        one, other = (net(tokens.transpose(0, 1))[0][0] for tokens in (text, changed))
        assert (not torch.equal(one, other)) == moves
