"""The language model's training against autograd and a plain torch loop."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.language_model.encoding import EncodedProse
from seqviz.experiments.language_model.train import LanguageTraining, build_net
from seqviz.runs.events import Metrics, Progress
from seqviz.text.vocabulary import Vocabulary
from tests.runs.plain import adam, copied, descend, first_adam_step, twin_of

SYMBOLS = ("<pad>", "<unk>", *"abcd")
TEXT = np.array([2, 3, 4, 5, 3, 2, 4] * 12)
SMALL = LanguageModelExperiment(hidden_sizes=(5,), embedding_dim=3, sequence_length=8, batch_size=4, num_epochs=4,
                                learning_rate=0.02, clip_norm=0.0, dropout=0.0, seed=7)  # fmt: skip


def training_of(experiment, dtype=torch.float32):
    torch.manual_seed(3)
    encoded = EncodedProse(Vocabulary(SYMBOLS), TEXT, TEXT[:20], 19)
    return LanguageTraining(experiment, build_net(experiment, len(SYMBOLS)).to(dtype), encoded)


def plain_parts(net):
    return copied(net.embedding), twin_of(net.recurrent), copied(net.output)


def drawn(generator):
    """Four stretches of nine symbols, (4, 9)."""
    starts = torch.randint(len(TEXT) - 8, (4,), generator=generator)
    return torch.stack([torch.from_numpy(TEXT[start : start + 9]) for start in starts.tolist()])


def loss_of(batch, embedding, layer, output):
    """The mean of -ln P of the second symbol to the ninth, symbol by symbol."""
    scores = output(layer(embedding(batch[:, :-1]))[0]).log_softmax(2)
    terms = [-scores[row, t, batch[row, t + 1]] for row in range(4) for t in range(8)]
    return torch.stack(terms).mean()


def state_of(embedding, layer, output):
    named = {"embedding": embedding, "recurrent": layer, "output": output}
    return {
        f"{name}.{key}": value for name, part in named.items() for key, value in part.state_dict().items()
    }


@pytest.mark.parametrize("clip_norm", [0.0, 1e-6])
@pytest.mark.parametrize("cell", ["rnn", "lstm", "gru"])
def test_a_whole_update_goes_down_autograds_gradient(cell, clip_norm):
    training = training_of(replace(SMALL, cell=cell, clip_norm=clip_norm), torch.float64)
    parts = plain_parts(training.net)
    before = {name: value.clone() for name, value in state_of(*parts).items()}
    loss = loss_of(drawn(torch.Generator().manual_seed(7)), *parts)
    loss.backward()
    gradients = dict(zip(before, [p.grad for part in parts for p in part.parameters()], strict=True))
    length = torch.cat([gradient.flatten() for gradient in gradients.values()]).norm().item()
    told = training.train_step()
    assert told == pytest.approx({"train_loss": loss.item(), "gradient_norm": length})
    shrunk = min(1.0, clip_norm / (length + 1e-6)) if clip_norm else 1.0  # the added one is torch's
    for name, value in training.net.state_dict().items():
        expected = first_adam_step(before[name], shrunk * gradients[name], 0.02)
        torch.testing.assert_close(value, expected, rtol=1e-6, atol=1e-9)


def test_training_is_that_of_a_plain_torch_loop_and_the_loss_falls():
    training = training_of(SMALL)
    parts, places = plain_parts(training.net), torch.Generator().manual_seed(7)
    steps = 4 * round(len(TEXT) / (8 * 4))
    losses = (lambda: loss_of(drawn(places), *parts) for _ in range(steps))
    expected = descend(parts, adam(0.02), losses)
    told = [
        e.values["train_loss"]
        for e in training.events()
        if isinstance(e, Metrics) and "train_loss" in e.values
    ]
    assert told == pytest.approx(expected, rel=1e-3)
    assert told[-1] < told[0] - 0.1
    for name, value in state_of(*parts).items():
        torch.testing.assert_close(training.net.state_dict()[name], value, rtol=1e-2, atol=1e-3)


def test_the_net_is_measured_on_the_whole_validation_text():
    training = training_of(SMALL)
    embedding, layer, output = plain_parts(training.net)
    text = torch.from_numpy(TEXT[:20]).unsqueeze(0)
    scores = output(layer(embedding(text[:, :-1]))[0])[0]
    expected = nn.functional.cross_entropy(scores, text[0, 1:]).item()
    measured = next(
        e.values for e in training.events() if isinstance(e, Metrics) and "validation_loss" in e.values
    )
    assert measured["validation_loss"] == pytest.approx(expected, rel=1e-5)
    assert measured["bits_per_character"] == pytest.approx(expected / np.log(2), rel=1e-5)


def test_the_clock_tells_epoch_fraction_and_the_time_that_is_left(monkeypatch):
    clock = iter(range(10_000))
    monkeypatch.setattr("seqviz.runs.stopwatch.time.perf_counter", lambda: float(next(clock)))
    told = [event for event in training_of(SMALL).events() if isinstance(event, Progress)]
    steps, per_epoch = len(told), len(told) // 4
    assert [(p.fraction, p.seconds_left, p.message) for p in told] == [
        (pytest.approx(k / steps), pytest.approx(steps - k), f"epoch {min(4, k // per_epoch + 1)} of 4")
        for k in range(1, steps + 1)
    ]
