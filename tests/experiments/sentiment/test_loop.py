"""The sentiment net's training against autograd and a plain torch loop."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch.nn.functional import binary_cross_entropy_with_logits, logsigmoid

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.loop import VALIDATIONS, Training
from seqviz.experiments.sentiment.train import build_net
from seqviz.runs.encoding import EncodedCorpus, EncodedTexts
from seqviz.runs.events import Metrics, Progress, Snapshot
from seqviz.text.padding import buckets
from tests.runs.plain import copied, descend, twin_of

SIZE = 9
SMALL = SentimentExperiment(
    hidden_sizes=(4,), embedding_dim=3, cell="lstm", pooling="max+mean", num_epochs=1, batch_size=6,
    optimizer="sgd", learning_rate=0.5, clip_norm=0.0, dropout=0.0)  # fmt: skip
RULES = {
    "adam": (0.03, torch.optim.Adam),
    "sgd": (0.5, torch.optim.SGD),
    "rmsprop": (0.02, torch.optim.RMSprop),
}


def texts(number, seed):
    rng = np.random.default_rng(seed)
    ids = tuple(rng.integers(1, SIZE, rng.integers(1, 7)) for _ in range(number))
    return EncodedTexts(ids, np.array([row.max() > 6 for row in ids], np.float32))


def training_of(experiment, number=6, dtype=torch.float32):
    torch.manual_seed(3)
    encoded = EncodedCorpus(None, texts(number, 0), texts(5, 1), None)
    return Training(experiment, build_net(experiment, SIZE).to(dtype), encoded)


def logit_of(ids, embedding, layer, output):
    """Read one text, without padding, and pool by hand: largest values, then the mean."""
    states = layer(embedding(torch.from_numpy(ids)).unsqueeze(0))[0][0]
    return output(torch.cat([states.max(0).values, states.mean(0)]))[0]


def plain_parts(net):
    return copied(net.embedding), twin_of(net.recurrent), copied(net.output)


def weights_of_parts(embedding, layer, output):
    named = {"embedding": embedding, "recurrent": layer, "output": output}
    return {
        f"{name}.{key}": value for name, part in named.items() for key, value in part.state_dict().items()
    }


@pytest.mark.parametrize("clip_norm", [0.0, 0.1])
def test_a_whole_update_goes_down_autograds_gradient(clip_norm):
    training = training_of(replace(SMALL, clip_norm=clip_norm), dtype=torch.float64)
    parts = plain_parts(training.net)
    before = {name: value.clone() for name, value in weights_of_parts(*parts).items()}
    signs = torch.from_numpy(2.0 * training.texts.labels - 1)
    logits = torch.stack([logit_of(ids, *parts) for ids in training.texts.token_ids])
    loss = -logsigmoid(signs * logits).mean()
    loss.backward()
    gradients = {name: p.grad for name, p in zip(before, [p for part in parts for p in part.parameters()],
                                                 strict=True)}  # fmt: skip
    length = torch.cat([gradient.flatten() for gradient in gradients.values()]).norm()
    scale = min(1.0, clip_norm / length.item()) if clip_norm else 1.0
    [told] = [e.values for e in training.events() if isinstance(e, Metrics) and "train_loss" in e.values]
    assert told["train_loss"] == pytest.approx(loss.item())
    assert told["gradient_norm"] == pytest.approx(length.item())
    assert told["train_accuracy"] == pytest.approx(((logits > 0) == (signs > 0)).double().mean().item())
    for name, value in training.net.state_dict().items():
        expected = before[name] - 0.5 * scale * gradients[name]
        torch.testing.assert_close(value, expected, rtol=1e-5, atol=1e-7)  # torch adds 1e-6 to the norm


@pytest.mark.parametrize("optimizer", RULES)
def test_training_is_that_of_a_plain_torch_loop(optimizer):
    rate, rule = RULES[optimizer]
    experiment = replace(SMALL, optimizer=optimizer, learning_rate=rate, num_epochs=12, clip_norm=1.0)
    training = training_of(experiment, number=20)
    parts, data, order = plain_parts(training.net), training.texts, np.random.default_rng(experiment.seed)
    lengths = np.array([len(ids) for ids in data.token_ids])

    def loss_of(chosen):
        logits = torch.stack([logit_of(data.token_ids[k], *parts) for k in chosen])
        return binary_cross_entropy_with_logits(logits, torch.from_numpy(data.labels[chosen]))

    batches = (chosen for _ in range(12) for chosen in buckets(lengths, 6, order))
    losses = (lambda chosen=chosen: loss_of(chosen) for chosen in batches)
    expected = descend(parts, lambda p: rule(p, rate, foreach=False), losses, clip_norm=1.0)
    told = [
        e.values["train_loss"]
        for e in training.events()
        if isinstance(e, Metrics) and "train_loss" in e.values
    ]
    assert told == pytest.approx(expected, rel=1e-3)
    if optimizer != "sgd":  # which needs more steps than these
        assert np.mean(told[-4:]) < 0.8 * np.mean(told[:4])
    for name, value in weights_of_parts(*parts).items():
        torch.testing.assert_close(training.net.state_dict()[name], value, rtol=1e-2, atol=1e-3)


def test_pretrained_vectors_move_in_smaller_steps_than_the_rest():
    training = training_of(replace(SMALL, embedding="skip-gram"), dtype=torch.float64)
    twin = training_of(SMALL, dtype=torch.float64)
    before = {name: value.clone() for name, value in twin.net.state_dict().items()}
    assert list(training.events()) and list(twin.events())
    for name, value in training.net.state_dict().items():
        share = 0.3 if name == "embedding.weight" else 1.0
        torch.testing.assert_close(value - before[name], share * (twin.net.state_dict()[name] - before[name]))


def test_the_clock_tells_epoch_fraction_and_the_time_that_is_left(monkeypatch):
    clock = iter(range(10_000))
    monkeypatch.setattr("seqviz.runs.stopwatch.time.perf_counter", lambda: float(next(clock)))
    told = [
        e for e in training_of(replace(SMALL, num_epochs=3), number=12).events() if isinstance(e, Progress)
    ]
    seen = list(dict.fromkeys((p.fraction, p.seconds_left, p.message) for p in told))[
        1:
    ]  # the first is a guess
    assert seen == [(pytest.approx(k / 6), pytest.approx(6 - k), f"epoch {min(3, k // 2 + 1)} of 3")
                    for k in range(1, 7)]  # fmt: skip


def test_with_a_time_budget_the_fraction_is_that_of_the_time(monkeypatch):
    clock = iter(range(10_000))
    monkeypatch.setattr("seqviz.runs.stopwatch.time.perf_counter", lambda: float(next(clock)))
    experiment = replace(SMALL, num_epochs=5, time_budget=4)
    told = [e for e in training_of(experiment, number=12).events() if isinstance(e, Progress)]
    seen = list(dict.fromkeys((p.fraction, p.seconds_left) for p in told))[1:]
    assert seen == [(pytest.approx(k / 4), pytest.approx(4 - k)) for k in range(1, 5)]


def test_it_is_measured_and_kept_about_twelve_times_a_run():
    events = list(training_of(replace(SMALL, num_epochs=24), number=12).events())
    measured = [e.step for e in events if isinstance(e, Metrics) and "validation_loss" in e.values]
    assert measured == list(range(0, 49, 48 // VALIDATIONS))
    assert [e.step for e in events if isinstance(e, Snapshot)] == measured
