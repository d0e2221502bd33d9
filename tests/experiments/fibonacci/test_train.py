"""The nets on Fibonacci's numbers against plain torch loops."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from seqviz.experiments.fibonacci.config import FibonacciExperiment
from seqviz.experiments.fibonacci.train import build_number_net, training_sequences
from seqviz.runs.events import Metrics
from seqviz.runs.registry import train
from tests.runs.plain import adam, copied, descend

NUMBERS = FibonacciExperiment(num_steps=30, hidden_size=4, num_terms=7, learning_rate=0.02, seed=3)


def fibonacci_losses(arm):
    """Train on 1 1 2 3 5 8 13, all divided by 13; the first two numbers need not be guessed."""
    torch.manual_seed(3)
    net = build_number_net(NUMBERS, arm)
    layer, output = nn.RNN(1, 4, nonlinearity=arm, batch_first=True), copied(net.output)
    layer.load_state_dict({f"{name}_l0": p for name, p in net.state_dict().items() if "output" not in name})
    numbers = torch.tensor(training_sequences(NUMBERS), dtype=torch.float32)
    own = torch.tensor([1, 1, 2, 3, 5, 8, 13]) / 13
    torch.testing.assert_close(numbers[0], own)

    def guesses(rows):
        return output(layer(rows.unsqueeze(2))[0])[:, :, 0]

    def loss():
        return ((guesses(numbers)[:, 1:-1] - numbers[:, 2:]) ** 2).mean()

    losses, errors = [], []
    made = adam(0.02)([*layer.parameters(), *output.parameters()])
    for _ in range(30):
        losses += descend((layer, output), lambda _: made, [loss], clip_norm=1.0)
        errors.append(((guesses(own[None])[0, 1:-1] - own[2:]).abs() / own[2:]).mean().item())
    return losses, errors


@pytest.mark.parametrize("arm", ["tanh", "relu"])
def test_the_number_nets_are_trained_as_a_plain_torch_loop_does(arm):
    told = [e for e in train(NUMBERS) if isinstance(e, Metrics) and e.arm == arm]
    losses, errors = fibonacci_losses(arm)
    assert [e.step for e in told] == list(range(1, 31))
    assert [e.values["train_loss"] for e in told] == pytest.approx(losses, rel=1e-3)
    assert [e.values["error"] for e in told] == pytest.approx(errors, rel=1e-3)
    assert losses[-1] < 0.7 * losses[0]
