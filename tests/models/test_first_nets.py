from __future__ import annotations

import numpy as np
import pytest
import torch

from seqviz.corpora.fibonacci import fibonacci, other_starts
from seqviz.models.first_nets import BagNet, NumberNet


def test_fibonacci_is_the_sequence_and_other_starts_follow_its_rule():
    assert list(fibonacci(8)) == [1, 1, 2, 3, 5, 8, 13, 21]
    assert list(fibonacci(5, 2, 1)) == [2, 1, 3, 4, 7]
    rows = other_starts(np.random.default_rng(0), 20, 10)
    np.testing.assert_allclose(rows[:, 2:], rows[:, 1:-1] + rows[:, :-2])
    assert (rows <= fibonacci(10)).all()
    with pytest.raises(ValueError, match="1 are asked for"):
        fibonacci(1)


def test_a_bag_has_no_order_and_no_padding():
    torch.manual_seed(0)
    net = BagNet(10, 4, 3)
    ids, lengths = torch.tensor([[2, 3, 4, 0], [4, 2, 3, 0], [4, 4, 2, 3]]), torch.tensor([3, 3, 4])
    logits = net(ids, lengths)
    torch.testing.assert_close(logits[0], logits[1])
    torch.testing.assert_close(logits[0], net(ids[:1, :3], lengths[:1])[0])
    assert not torch.isclose(logits[0], logits[2])


@pytest.mark.parametrize("activation", ["tanh", "relu"])
def test_the_number_net_is_torchs_own_layer(activation):
    torch.manual_seed(0)
    net, theirs = NumberNet(3, activation), torch.nn.RNN(1, 3, nonlinearity=activation, batch_first=True)
    theirs.load_state_dict(
        {
            f"{name}_l0": getattr(net, name).detach()
            for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
        }
    )
    numbers = torch.rand(2, 6)
    guesses, states = net(numbers)
    torch.testing.assert_close(states, theirs(numbers.unsqueeze(2))[0])
    torch.testing.assert_close(guesses, net.output(states).squeeze(2))
