"""The nets that learned to continue a sequence of numbers, ready to use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from seqviz.corpora.fibonacci import fibonacci
from seqviz.experiments.fibonacci.config import ARMS, FibonacciExperiment
from seqviz.experiments.fibonacci.train import build_number_net, scale_of
from seqviz.models.first_nets import NumberNet
from seqviz.models.inspect.gates import reading
from seqviz.models.inspect.unrolling import Unrolling
from seqviz.runs.comparison import load_weights
from seqviz.runs.experiment import from_config


@dataclass(frozen=True)
class NumberReader:
    """Both nets that learned to continue a sequence.

    Attributes:
        experiment: how they were trained.
        nets: arm -> net.
    """

    experiment: FibonacciExperiment
    nets: dict[str, NumberNet]

    @classmethod
    def from_run(
        cls, config: dict[str, Any], extras: dict[str, Any], weights: dict[str, np.ndarray]
    ) -> NumberReader:
        """Rebuild the nets of a run."""
        experiment = from_config(FibonacciExperiment, config)
        nets = {arm: build_number_net(experiment, arm) for arm in ARMS}
        for arm, net in nets.items():
            load_weights(net, weights, arm)
        return cls(experiment, nets)

    def guesses(self, arm: str, first: float, second: float, num_terms: int) -> tuple[np.ndarray, np.ndarray]:
        """Return a sequence and what the net says of each number, given all before it.

        Returns:
            The true numbers and the guesses, (num_terms,) each; there is no guess of the first two (NaN).
        """
        true = fibonacci(num_terms, first, second)
        found, _ = self._read(arm, true)
        return true, np.concatenate([[np.nan, np.nan], found[1:-1] * scale_of(self.experiment)])

    def continued(self, arm: str, first: float, second: float, num_terms: int) -> np.ndarray:
        """Return the sequence as the net goes on by itself, reading its own guesses, (num_terms,)."""
        numbers = [first, second]
        while len(numbers) < num_terms:
            found, _ = self._read(arm, np.array(numbers))
            numbers.append(float(found[-1]) * scale_of(self.experiment))
        return np.array(numbers)

    def unrolled(self, arm: str, num_terms: int) -> Unrolling:
        """Return the net's way through Fibonacci's numbers."""
        true, net = fibonacci(num_terms), self.nets[arm]
        found, states = self._read(arm, true)
        inputs = true[:, None] / scale_of(self.experiment) @ _array(net.weight_ih).T + _array(net.bias_ih)
        return Unrolling(
            tuple(f"{number:g}" for number in true),
            tuple(f"{number:.1f}" for number in found * scale_of(self.experiment)),
            states,
            inputs,
            _array(net.weight_hh),
            _array(net.bias_hh),
            _array(net.output.weight)[0],
            float(net.output.bias[0].detach()),
            f"(V·h + c) · {scale_of(self.experiment):g}",
            arm,
            _array(net.weight_ih)[:, 0],
            _array(net.bias_ih) + _array(net.bias_hh),
        )

    def _read(self, arm: str, true: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        net = self.nets[arm]
        numbers = torch.from_numpy((true / scale_of(self.experiment)).astype(np.float32)).unsqueeze(0)
        with reading(net):
            guesses, states = net(numbers)
        return guesses[0].double().numpy(), states[0].numpy()


def _array(tensor: torch.Tensor) -> np.ndarray:
    return tensor.detach().numpy()
