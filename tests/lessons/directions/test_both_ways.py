from __future__ import annotations

import torch
from torch import nn

from seqviz.lessons.directions.both_ways import (
    INPUTS,
    KNOWN_TO_THE_LEFT,
    UNITS,
    first_all_right,
    late_word_moves_first_state,
    not_a_stack,
    sooner,
    sooner_or_not,
)
from seqviz.runs.events import Metrics
from seqviz.runs.history import History


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


def history_of(left, both):
    history = History()
    for arm, values in (("left", left), ("both", both)):
        measured = [
            Metrics(10 * k, k, k, {KNOWN_TO_THE_LEFT: value}, arm=arm) for k, value in enumerate(values, 1)
        ]
        history.add(measured)
    return history


def test_who_was_sooner_follows_from_the_curves():
    assert first_all_right(history_of([0.5, 1.0, 0.9], []), "left") == 20
    assert first_all_right(history_of([0.5], []), "left") is None
    assert sooner(history_of([0.5, 1.0], [0.5, 0.6])).endswith("So two directions were not sooner here.")
    assert sooner(history_of([0.5, 0.5], [1.0, 1.0])).endswith("So two directions were sooner here.")
    assert sooner(history_of([0.5, 0.5], [0.5, 0.5])).endswith("Neither was sooner.")


def test_the_bundled_nets_are_told_with_their_steps():
    assert (
        "every country after 96 steps, the one that reads from both ends after 128 steps" in sooner_or_not()
    )
