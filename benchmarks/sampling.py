"""Characters written by the NumPy step against `nn.LSTM` run one character at a time."""

from __future__ import annotations

import torch
from torch import nn

from benchmarks.harness import Result, compare
from seqviz.models.language import LanguageNet
from seqviz.models.numpy_inference import NetStepper
from seqviz.models.sampling import SamplingRule, draw

VOCABULARY_SIZE, EMBEDDING_DIM, HIDDEN_SIZE, LENGTH = 66, 32, 128, 400


def measure() -> Result:
    """One LSTM of 128 units, 66 characters, temperature 1, one thread."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    net = LanguageNet(VOCABULARY_SIZE, EMBEDDING_DIM, "lstm", (HIDDEN_SIZE,))
    stepper = NetStepper("lstm", {name: value.numpy() for name, value in net.state_dict().items()})
    layer = nn.LSTM(EMBEDDING_DIM, HIDDEN_SIZE)
    layer.load_state_dict(net.recurrent.state_dict())

    @torch.inference_mode()
    def with_torch() -> None:
        state, symbol = None, torch.zeros(1, 1, dtype=torch.long)
        for _ in range(LENGTH):
            hidden, state = layer(net.embedding(symbol), state)
            symbol = torch.multinomial(net.output(hidden[0]).softmax(1), 1)

    timing = compare(lambda: draw(stepper, [0], LENGTH, SamplingRule(), seed=0), with_torch)
    per_second = (LENGTH * 1000 / timing.ours, LENGTH * 1000 / timing.theirs)
    note = "NumPy step / nn.LSTM one character at a time: 128 units, 66 characters"
    return Result(1 / timing.ratio, *per_second, "characters/s", note)
