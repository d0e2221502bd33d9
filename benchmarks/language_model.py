"""Training a language model as the app does against a bare loop around `nn.LSTM`."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import nn

from benchmarks.harness import Result, compare
from seqviz.corpora.prose import load_prose
from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.language_model.encoding import encode_prose
from seqviz.experiments.language_model.train import LanguageTraining, build_net


def measure() -> Result:
    """The default experiment: an LSTM of 128 units, 32 windows of 64 characters a step, one thread."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    experiment = LanguageModelExperiment()
    encoded = encode_prose(load_prose(experiment.corpus), experiment.unit, experiment.vocabulary_size)
    training = LanguageTraining(experiment, build_net(experiment, len(encoded.vocabulary)), encoded)
    timing = compare(
        training.train_step, _bare_step(experiment, encoded.train, len(encoded.vocabulary)), repeats=5
    )
    tokens = experiment.sequence_length * experiment.batch_size * 1000
    note = "training step with clipping and checks / bare nn.LSTM loop: 128 units, 32 x 64 characters"
    return Result(1 / timing.ratio, tokens / timing.ours, tokens / timing.theirs, "tokens/s", note)


def _bare_step(experiment: LanguageModelExperiment, ids: object, vocabulary_size: int) -> Callable[[], float]:
    text = torch.as_tensor(ids)
    embedding = nn.Embedding(vocabulary_size, experiment.embedding_dim)
    layer = nn.LSTM(experiment.embedding_dim, experiment.hidden_sizes[0])
    output = nn.Linear(experiment.hidden_sizes[0], vocabulary_size)
    parameters = [*embedding.parameters(), *layer.parameters(), *output.parameters()]
    optimizer = torch.optim.Adam(parameters, fused=True)
    length = experiment.sequence_length

    def step() -> float:
        starts = torch.randint(len(text) - length, (experiment.batch_size,))
        batch = text[starts + torch.arange(length + 1).unsqueeze(1)]
        logits = output(layer(embedding(batch[:-1]))[0])
        loss = nn.functional.cross_entropy(logits.flatten(0, 1), batch[1:].flatten())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return loss.item()

    return step
