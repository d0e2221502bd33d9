from __future__ import annotations

import pytest
import torch

from seqviz.models.labelling import FillInNet, TaggingNet, set_forget_bias

IDS = torch.tensor([[2, 3, 4, 5, 6], [7, 8, 9, 0, 0]])
LENGTHS = torch.tensor([5, 3])


@pytest.mark.parametrize("cell", ["rnn", "lstm", "gru"])
def test_a_forward_tagger_cannot_see_what_follows_and_one_of_two_directions_can(cell):
    changed = IDS.clone()
    changed[0, 3] = 9
    for both in (False, True):
        torch.manual_seed(0)
        net = TaggingNet(10, 4, cell, (3,), both, 3)
        before, after = net(IDS, LENGTHS), net(changed, LENGTHS)
        assert before.shape == (2, 5, 3)
        assert torch.equal(before[0, :3], after[0, :3]) != both


@pytest.mark.parametrize(("side", "seen"), [("left", {0, 1}), ("right", {3, 4}), ("both", {0, 1, 3, 4})])
@pytest.mark.parametrize("layers", [(3,), (3, 2)])
def test_a_fill_in_net_sees_its_side_and_never_the_word_itself(side, seen, layers):
    torch.manual_seed(0)
    net = FillInNet(10, 4, "lstm", layers, side)
    original = net(IDS, LENGTHS)
    moved = set()
    for place in range(5):
        changed = IDS.clone()
        changed[0, place] = 9
        if not torch.equal(net(changed, LENGTHS)[0, 2], original[0, 2]):
            moved.add(place)
    assert moved == seen


@pytest.mark.parametrize("side", ["left", "right", "both"])
def test_padding_changes_no_answer(side):
    net = FillInNet(10, 4, "gru", (3,), side)
    alone = net(IDS[1:, :3], LENGTHS[1:])
    torch.testing.assert_close(net(IDS, LENGTHS)[1, :3], alone[0])


def test_the_forget_bias_is_set_in_every_layer_of_an_lstm_only():
    net = FillInNet(10, 4, "lstm", (3, 2), "left")
    set_forget_bias(net.before, 5.0)
    for layer, size in enumerate((3, 2)):
        weights = net.before.weights(layer, "forward")
        assert (weights.bias_ih[size : 2 * size] + weights.bias_hh[size : 2 * size] == 5).all()
        assert (weights.bias_ih[:size] != 5).all()
    gru = FillInNet(10, 4, "gru", (3,), "left")
    kept = gru.before.weights(0, "forward").bias_ih.clone()
    set_forget_bias(gru.before, 5.0)
    assert torch.equal(gru.before.weights(0, "forward").bias_ih, kept)
