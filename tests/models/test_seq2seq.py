import pytest
import torch
from torch import nn

from seqviz.models.seq2seq import END, START, Shape, TranslationNet

MODULES = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}
CELLS = list(MODULES)


def net_of(cell="gru", attention="none"):
    torch.manual_seed(0)
    return TranslationNet(Shape(9, 8, 5, 6, cell, attention))


SOURCES = torch.tensor([[4, 5, 6, 7], [8, 4, 0, 0], [5, 5, 5, 0]])
LENGTHS = torch.tensor([4, 2, 3])
TARGETS = torch.tensor([[START, 4, 5, END], [START, 6, END, 0], [START, 7, 7, END]])


def torchs(stack, cell):
    module = MODULES[cell](5, 6)
    module.load_state_dict(stack.state_dict())
    return module


@pytest.mark.parametrize("cell", CELLS)
def test_the_context_is_torchs_state_after_each_sources_own_last_token(cell):
    net = net_of(cell)
    encoded = net.encode(SOURCES, LENGTHS)
    oracle = torchs(net.encoder, cell)
    for row, length in enumerate(LENGTHS):
        states, last = oracle(net.source_embedding(SOURCES[row, :length]))
        expected = last if cell == "lstm" else (last,)
        assert torch.allclose(encoded.states[row, :length], states, atol=1e-6)
        for held, wanted in zip(encoded.context, expected, strict=True):
            assert torch.allclose(held[row], wanted[0], atol=1e-6)
    assert (encoded.states[1, 2:] == 0).all()


@pytest.mark.parametrize("cell", CELLS)
def test_gradients_flow_from_the_targets_through_the_context_into_the_encoder(cell):
    net = net_of(cell)
    net.loss(SOURCES[:1], LENGTHS[:1], TARGETS[:1]).backward()
    encoder, decoder = torchs(net.encoder, cell), torchs(net.decoder, cell)
    _, context = encoder(net.source_embedding(SOURCES[0]).detach())
    states, _ = decoder(net.target_embedding(TARGETS[0, :-1]).detach(), context)
    nn.functional.cross_entropy(net.output(states), TARGETS[0, 1:]).backward()
    for name, parameter in encoder.named_parameters():
        assert torch.allclose(net.encoder.get_parameter(name).grad, parameter.grad, atol=1e-6), name


@pytest.mark.parametrize("attention", ["none", "dot", "additive"])
def test_padding_changes_nothing(attention):
    net = net_of("lstm", attention)
    alone = net.write(TARGETS[1:2, :2], net.encode(SOURCES[1:2, :2], LENGTHS[1:2]))
    padded = net.write(TARGETS[:, :2], net.encode(SOURCES, LENGTHS))
    assert torch.allclose(alone.logits[0], padded.logits[1], atol=1e-6)


def test_writing_step_by_step_is_writing_at_once():
    net = net_of("gru", "additive")
    encoded = net.encode(SOURCES, LENGTHS)
    at_once = net.write(TARGETS, encoded)
    state, rows = None, []
    for k in range(TARGETS.shape[1]):
        step = net.write(TARGETS[:, k : k + 1], encoded, state)
        state, rows = step.last, [*rows, step.logits]
    assert torch.allclose(torch.cat(rows, 1), at_once.logits, atol=1e-6)


def test_forced_attention_is_used():
    net = net_of("gru", "dot")
    encoded = net.encode(SOURCES[:1], LENGTHS[:1])
    free = net.write(TARGETS[:1], encoded)
    again = net.write(TARGETS[:1], encoded, forced=free.attention)
    forced = torch.eye(4).unsqueeze(0)
    assert torch.allclose(free.logits, again.logits)
    assert not torch.allclose(net.write(TARGETS[:1], encoded, forced=forced).logits, free.logits)


def test_free_running_is_teacher_forcing_where_the_net_is_right():
    net = net_of()
    with torch.no_grad():
        net.output.bias[5] += 50  # it always writes 5
    targets = torch.tensor([[START, 5, 5, 5]])
    assert torch.allclose(
        net.loss(SOURCES[:1], LENGTHS[:1], targets), net.free_running_loss(SOURCES[:1], LENGTHS[:1], targets)
    )
