import numpy as np
import pytest
import torch

from seqviz.models.language import LanguageNet, nats
from seqviz.models.numpy_inference import NetStepper


def net_and_stepper(cell, hidden_sizes, vocabulary_size=11):
    torch.manual_seed(0)
    net = LanguageNet(vocabulary_size, 6, cell, hidden_sizes)
    return net, NetStepper(cell, {name: value.numpy() for name, value in net.state_dict().items()})


def test_a_net_scores_every_symbol_after_every_symbol():
    net, _ = net_and_stepper("lstm", (8, 5))
    token_ids = torch.zeros(7, 3, dtype=torch.long)
    assert net(token_ids).shape == (7, 3, 11)
    assert net.loss(token_ids).shape == ()


def test_it_reads_forward_only():
    net, _ = net_and_stepper("gru", (8,))
    token_ids = torch.randint(0, 11, (9, 2))
    changed = token_ids.clone()
    changed[5:] = 3
    assert torch.equal(net(token_ids)[:5], net(changed)[:5])


@pytest.mark.parametrize("length", [2, 40, 257, 700])
def test_nats_are_those_of_a_direct_computation_symbol_by_symbol(length, monkeypatch):
    monkeypatch.setattr("seqviz.models.language.CONTEXT", 10_000)  # so that windows see all that came before
    net, stepper = net_and_stepper("lstm", (8,))
    ids = np.random.default_rng(0).integers(0, 11, length)
    state, direct = stepper.start(), 0.0
    for before, after in zip(ids[:-1], ids[1:], strict=True):
        logits, state = stepper.step(state, int(before))
        direct -= np.log(np.exp(logits) / np.exp(logits).sum())[after]
    assert nats(net, ids) == pytest.approx(direct, rel=1e-4)


def test_measuring_drops_nothing_and_leaves_the_mode():
    net = LanguageNet(11, 6, "rnn", (8,), dropout=0.5)
    ids = np.arange(300) % 11
    assert nats(net, ids) == nats(net, ids)
    assert net.training
