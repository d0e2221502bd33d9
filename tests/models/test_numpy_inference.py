import numpy as np
import pytest
import torch

from seqviz.models.language import LanguageNet
from seqviz.models.numpy_inference import NetStepper


def weights_of(net):
    return {name: value.numpy() for name, value in net.state_dict().items()}


@pytest.mark.parametrize("cell", ["rnn", "lstm", "gru"])
@pytest.mark.parametrize("hidden_sizes", [(16,), (7, 12, 5)])
def test_single_steps_give_the_nets_logits(cell, hidden_sizes):
    torch.manual_seed(1)
    net = LanguageNet(9, 5, cell, hidden_sizes)
    ids = np.random.default_rng(0).integers(0, 9, 30)
    expected = net(torch.from_numpy(ids)[:, None])[:, 0].detach().numpy()
    stepper = NetStepper(cell, weights_of(net))
    state = stepper.start()
    for symbol, row in zip(ids, expected, strict=True):
        logits, state = stepper.step(state, int(symbol))
        assert logits == pytest.approx(row, abs=2e-6)


def test_other_weights_are_refused():
    with pytest.raises(ValueError, match="not the weights of a language net"):
        NetStepper("lstm", {})


@pytest.mark.parametrize(("cell", "num_states"), [("rnn", 1), ("lstm", 2), ("gru", 1)])
def test_a_net_starts_from_zeros_of_the_shape_that_its_steps_return(cell, num_states):
    stepper = NetStepper(cell, weights_of(LanguageNet(9, 5, cell, (7, 12))))
    for state in (stepper.start(), stepper.step(stepper.start(), 3)[1]):
        assert [[held.shape for held in layer] for layer in state] == [
            [(7,)] * num_states,
            [(12,)] * num_states,
        ]
    assert not any(held.any() for layer in stepper.start() for held in layer)
