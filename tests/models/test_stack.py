"""The stack against nn.RNN, nn.LSTM and nn.GRU with the very same state dict."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from seqviz.models.cells.registry import CELLS
from seqviz.models.layer import run_layer
from seqviz.models.stack import RecurrentStack, TextOrder, joined
from tests.models.nets import THEIRS, generator, padded_batch, small_stack


def twins(cell, num_layers, bidirectional):
    ours = small_stack(cell, (5,) * num_layers, bidirectional).double()
    theirs = THEIRS[cell](4, 5, num_layers, bidirectional=bidirectional, batch_first=True).double()
    theirs.load_state_dict(ours.state_dict(), strict=True)
    return ours, theirs


@pytest.mark.parametrize("bidirectional", [False, True])
@pytest.mark.parametrize("num_layers", [1, 3])
@pytest.mark.parametrize("cell", THEIRS)
def test_state_dict_and_outputs_are_pytorchs_on_packed_batches(cell, num_layers, bidirectional):
    ours, theirs = twins(cell, num_layers, bidirectional)
    inputs, lengths = padded_batch()
    packed = nn.utils.rnn.pack_padded_sequence(
        inputs.double(), lengths, batch_first=True, enforce_sorted=False
    )
    expected, _ = nn.utils.rnn.pad_packed_sequence(theirs(packed)[0], batch_first=True)
    states = ours(inputs.double(), lengths)
    torch.testing.assert_close(joined(states[-1]), expected, rtol=0, atol=1e-10)


@pytest.mark.parametrize("cell", THEIRS)
def test_gradients_are_pytorchs_on_packed_batches(cell):
    ours, theirs = twins(cell, 2, True)
    inputs, lengths = padded_batch()
    packed = nn.utils.rnn.pack_padded_sequence(
        inputs.double(), lengths, batch_first=True, enforce_sorted=False
    )
    nn.utils.rnn.pad_packed_sequence(theirs(packed)[0], batch_first=True)[0].square().sum().backward()
    joined(ours(inputs.double(), lengths)[-1]).square().sum().backward()
    expected = dict(theirs.named_parameters())
    for name, parameter in ours.named_parameters():
        torch.testing.assert_close(parameter.grad, expected[name].grad, rtol=0, atol=1e-9)


@pytest.mark.parametrize("cell", THEIRS)
def test_unpadded_batches_need_no_lengths(cell):
    ours, theirs = twins(cell, 2, True)
    inputs, _ = padded_batch((6, 6))
    torch.testing.assert_close(
        joined(ours(inputs.double())[-1]), theirs(inputs.double())[0], rtol=0, atol=1e-10
    )


@pytest.mark.parametrize("cell", CELLS)
def test_layers_of_different_sizes_agree_with_the_equations(cell):
    stack = small_stack(cell, (5, 2, 3)).double()
    inputs = padded_batch((6, 6))[0].double()
    states, below = stack(inputs), inputs
    for layer, (forward, reverse) in enumerate(states):
        expected = CELLS[cell].read_step_by_step(below, stack.weights(layer, "forward"))["hidden_state"]
        turned = CELLS[cell].read_step_by_step(below.flip(1), stack.weights(layer, "reverse"))["hidden_state"]
        torch.testing.assert_close(forward, expected, rtol=0, atol=1e-10)
        torch.testing.assert_close(reverse, turned.flip(1), rtol=0, atol=1e-10)
        below = joined((forward, reverse))
    assert joined(states[-1]).shape == (2, 6, stack.output_size)


@settings(max_examples=25, deadline=None)
@given(
    cell=st.sampled_from(list(CELLS)),
    lengths=st.lists(st.integers(1, 6), min_size=1, max_size=4),
    more=st.integers(0, 3),
    seed=st.integers(0, 99),
)
def test_padding_changes_nothing(cell, lengths, more, seed):
    stack = small_stack(cell, seed=seed)
    inputs = torch.randn(len(lengths), max(lengths) + more, 4, generator=generator(seed))
    states = joined(stack(inputs, torch.tensor(lengths))[-1])
    for text, length in enumerate(lengths):
        alone = joined(stack(inputs[text : text + 1, :length])[-1])[0]
        torch.testing.assert_close(states[text, :length], alone, rtol=0, atol=1e-6)
        assert not states[text, length:].any()


def test_the_same_seed_draws_the_same_weights_within_pytorchs_bounds():
    one, same, other = (small_stack("gru", seed=seed).state_dict() for seed in (3, 3, 4))
    assert all(torch.equal(one[name], same[name]) for name in one)
    assert not torch.equal(one["weight_hh_l0"], other["weight_hh_l0"])
    assert 0.9 * 5**-0.5 < one["weight_hh_l0"].abs().max() <= 5**-0.5


def test_dropout_acts_between_layers_and_only_while_training():
    stack = RecurrentStack("lstm", 4, (5, 5), dropout=0.5, generator=generator())
    inputs, _ = padded_batch((6,))
    torch.manual_seed(0)
    first, second = stack(inputs), stack(inputs)
    assert torch.equal(first[0][0], second[0][0])
    assert not torch.equal(first[1][0], second[1][0])
    stack.eval()
    assert torch.equal(stack(inputs)[1][0], stack(inputs)[1][0])


def test_turning_round_twice_is_the_text_again_and_leaves_padding_where_it_is():
    rows = torch.arange(4.0).reshape(4, 1, 1).repeat(1, 2, 1)
    order = TextOrder(4, torch.tensor([3, 4]))
    assert order.reverse(rows)[:, :, 0].t().tolist() == [[2, 1, 0, 3], [3, 2, 1, 0]]
    assert torch.equal(order.reverse(order.reverse(rows)), rows)


@pytest.mark.parametrize("cell", CELLS)
def test_a_layer_goes_on_from_the_state_it_stopped_at(cell):
    weights = small_stack(cell, (5,), bidirectional=False).weights(0, "forward")
    rows = torch.randn(8, 3, 4, generator=generator())
    whole, _ = run_layer(cell, rows, weights)
    first, state = run_layer(cell, rows[:5], weights)
    rest, _ = run_layer(cell, rows[5:], weights, state)
    torch.testing.assert_close(torch.cat([first, rest]), whole, rtol=0, atol=1e-6)


def test_a_stack_says_what_it_needs():
    with pytest.raises(ValueError, match="rnn, lstm, gru.*, but it is 'elman'"):
        RecurrentStack("elman", 4, (5,))
    with pytest.raises(ValueError, match="at least one unit"):
        RecurrentStack("lstm", 4, ())
