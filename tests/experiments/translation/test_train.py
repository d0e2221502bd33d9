"""The encoder-decoder net's training against autograd and a plain torch loop."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.experiments.translation.encoding import load_encoded
from seqviz.experiments.translation.train import TranslationTraining
from seqviz.runs.events import Metrics, Progress
from seqviz.text.padding import buckets
from tests.runs.plain import adam, copied, descend, first_adam_step, twin_of

START, END = 2, 3
SMALL = TranslationExperiment(task="reverse", hidden_size=5, embedding_dim=4, max_length=4, num_pairs=60, batch_size=8,
                              num_epochs=3, learning_rate=0.02, clip_norm=0.0, attention="none", seed=7)  # fmt: skip


def training_of(experiment, dtype=torch.float32):
    training = TranslationTraining(experiment, load_encoded(experiment))
    training.net.to(dtype)
    return training


def plain_parts(net):
    """The parts in the order of `net.state_dict()`, by their names there."""
    parts = {
        "source_embedding": copied(net.source_embedding),
        "encoder": twin_of(net.encoder),
        "target_embedding": copied(net.target_embedding),
        "decoder": twin_of(net.decoder),
    }
    if net.attention is not None:
        parts["combine"] = copied(net.combine)
    return parts | {"output": copied(net.output)}


def losses_of_a_pair(source, target, parts, teacher=True):
    """-ln P of every token of a target, one pair read alone, without padding; with dot attention if combined."""
    read, state = parts["encoder"](parts["source_embedding"](torch.from_numpy(source)).unsqueeze(0))
    terms, token = [], START
    for wanted in target[1:]:
        written, state = parts["decoder"](parts["target_embedding"](torch.tensor([[token]])), state)
        if "combine" in parts:
            weights = (written @ read.transpose(1, 2) / written.shape[2] ** 0.5).softmax(2)
            written = torch.tanh(parts["combine"](torch.cat([weights @ read, written], 2)))
        scores = parts["output"](written)[0, 0].log_softmax(0)
        terms.append(-scores[wanted])
        token = int(wanted) if teacher else int(scores.argmax())
    return terms


def loss_of(training, chosen, parts, teacher=True):
    pairs = [(training.sources[k], training.targets[k]) for k in chosen]
    return torch.stack(
        [term for pair in pairs for term in losses_of_a_pair(*pair, parts, teacher=teacher)]
    ).mean()


def state_of(parts):
    return {
        f"{name}.{key}": value for name, part in parts.items() for key, value in part.state_dict().items()
    }


@pytest.mark.parametrize("clip_norm", [0.0, 1e-6])
@pytest.mark.parametrize(
    ("cell", "attention", "forcing"),
    [("lstm", "none", 1.0), ("gru", "dot", 1.0), ("rnn", "none", 1.0), ("gru", "dot", 0.0)],
)
def test_a_whole_update_goes_down_autograds_gradient(cell, attention, forcing, clip_norm):
    experiment = replace(SMALL, cell=cell, attention=attention, teacher_forcing=forcing, clip_norm=clip_norm)
    training = training_of(experiment, torch.float64)
    parts, chosen = plain_parts(training.net), np.array([0, 5, 7, 11])
    before = {name: value.clone() for name, value in state_of(parts).items()}
    loss = loss_of(training, chosen, parts, teacher=forcing == 1.0)
    loss.backward()
    gradients = dict(zip(before, [p.grad for part in parts.values() for p in part.parameters()], strict=True))
    length = torch.cat([gradient.flatten() for gradient in gradients.values()]).norm().item()
    training.batches = iter([chosen])
    assert training.train_step() == pytest.approx({"train_loss": loss.item(), "gradient_norm": length})
    shrunk = min(1.0, clip_norm / (length + 1e-6)) if clip_norm else 1.0  # the added one is torch's
    for name, value in training.net.state_dict().items():
        expected = first_adam_step(before[name], shrunk * gradients[name], 0.02)
        torch.testing.assert_close(value, expected, rtol=1e-6, atol=1e-9)


def test_training_is_that_of_a_plain_torch_loop_and_the_loss_falls():
    training = training_of(SMALL)
    parts, order = plain_parts(training.net), np.random.default_rng(7)
    lengths = np.array([len(ids) for ids in training.sources])
    batches = (chosen for _ in range(3) for chosen in buckets(lengths, 8, order))
    losses = (lambda chosen=chosen: loss_of(training, chosen, parts) for chosen in batches)
    expected = descend(parts.values(), adam(0.02), losses)
    told = [e for e in training.events() if isinstance(e, Metrics) and "train_loss" in e.values]
    assert training.step == len(expected)
    ends = [0, *(event.step for event in told)]
    means = [np.mean(expected[first:last]) for first, last in zip(ends, ends[1:], strict=False)]
    assert [event.values["train_loss"] for event in told] == pytest.approx(means, rel=1e-3)
    assert means[-1] < means[0] - 0.1
    for name, value in state_of(parts).items():
        torch.testing.assert_close(training.net.state_dict()[name], value, rtol=1e-2, atol=1e-3)


def test_what_is_measured_is_counted_by_writing_each_pair_alone():
    training = training_of(SMALL)
    for _ in range(3):
        training.train_epoch()
    parts = plain_parts(training.net)
    training.measure_on(None)
    measured = training.measured
    total, tokens = 0.0, 0
    for pair in measured.pairs:
        [source], [target] = training.encoded.sources([pair]), training.encoded.targets([pair])
        terms = losses_of_a_pair(source, target, parts)
        total, tokens = total + sum(term.item() for term in terms), tokens + len(terms)
    assert measured.loss == pytest.approx(total / tokens, rel=1e-4)
    right = [pair.target == tokens for pair, tokens in zip(measured.pairs, measured.written, strict=True)]
    lengths = [len(pair.source) for pair in measured.pairs]
    by_length = training.summary()["by_length"]
    assert by_length == {n: np.mean([r for r, m in zip(right, lengths, strict=True) if m == n])
                         for n in sorted(set(lengths))}  # fmt: skip


def test_a_net_that_never_ends_is_stopped_two_tokens_after_the_longest_target():
    training = training_of(SMALL)
    with torch.no_grad():
        training.net.output.bias[END] = -1e9
    training.measure_on(None)
    assert {len(tokens) for tokens in training.measured.written} == {SMALL.max_length + 2}


def test_the_clock_tells_epoch_fraction_and_the_time_that_is_left(monkeypatch):
    clock = iter(range(10_000))
    monkeypatch.setattr("seqviz.runs.stopwatch.time.perf_counter", lambda: float(next(clock)))
    training = training_of(SMALL)
    told = [event for event in training.events() if isinstance(event, Progress)]
    assert training.summary()["seconds"] == training.stopwatch.seconds == training.step
    steps, per_epoch = 3 * training.steps_per_epoch, training.steps_per_epoch
    assert [(p.fraction, p.seconds_left, p.message) for p in told] == [
        (pytest.approx(k / steps), pytest.approx(steps - k), f"epoch {min(3, k // per_epoch + 1)} of 3")
        for k in range(1, steps + 1)
    ]
