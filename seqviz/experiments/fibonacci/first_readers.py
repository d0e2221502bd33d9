"""The trained nets of the first lesson on recurrence, ready to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn

from seqviz.corpora.fibonacci import fibonacci
from seqviz.experiments.fibonacci import config as number_rule
from seqviz.experiments.fibonacci.config import FibonacciExperiment
from seqviz.experiments.fibonacci.first_fitting import build_number_net, build_order_net, scale_of
from seqviz.experiments.word_order import config as order
from seqviz.experiments.word_order.config import OrderExperiment
from seqviz.models.first_nets import BagNet, NumberNet
from seqviz.models.inspect.gates import reading
from seqviz.models.inspect.reading import positive_after_each_token, positive_probability
from seqviz.models.sentiment import SentimentNet
from seqviz.runs.experiment import from_config
from seqviz.text.vocabulary import Vocabulary


@dataclass(frozen=True)
class Unrolling:
    """A plain recurrent net with its true weights, step by step through one sequence.

    Attributes:
        inputs: what it reads at each step, as people read it, (num_steps,).
        outputs: what it answers after each step, (num_steps,).
        states: (num_steps, hidden_size).
        from_input: W·x + b of each unit at each step, (num_steps, hidden_size).
        state_weights: U, (hidden_size, hidden_size).
        state_bias: (hidden_size,).
        output_weights: V, (hidden_size,).
        output_bias: of the answer.
        answer: how it follows from a state, as an equation has it.
        activation: "tanh" or "relu".
        input_weights: W of the first number read, (hidden_size,).
        bias: both biases together, (hidden_size,).
    """

    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    states: np.ndarray
    from_input: np.ndarray
    state_weights: np.ndarray
    state_bias: np.ndarray
    output_weights: np.ndarray
    output_bias: float
    answer: str
    activation: str
    input_weights: np.ndarray
    bias: np.ndarray


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
        nets = {arm: build_number_net(experiment, arm) for arm in number_rule.ARMS}
        for arm, net in nets.items():
            _load(net, weights, arm)
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


@dataclass(frozen=True)
class OrderReader:
    """The net that cannot see order, and the one that can.

    Attributes:
        vocabulary: the words they know.
        bag: the feed-forward net.
        recurrent: the plain recurrent net.
    """

    vocabulary: Vocabulary
    bag: BagNet
    recurrent: SentimentNet

    @classmethod
    def from_run(
        cls, config: dict[str, Any], extras: dict[str, Any], weights: dict[str, np.ndarray]
    ) -> OrderReader:
        """Rebuild the nets of a run."""
        experiment = from_config(OrderExperiment, config)
        vocabulary = Vocabulary(tuple(extras["vocabulary"]))
        bag, recurrent = (build_order_net(experiment, arm, len(vocabulary)) for arm in order.ARMS)
        _load(bag, weights, order.ARMS[0])
        _load(recurrent, weights, order.ARMS[1])
        return cls(vocabulary, bag, recurrent)  # type: ignore[arg-type]

    def positive(self, tokens: list[str]) -> dict[str, float]:
        """Return each net's probability of praise: arm -> probability."""
        ids = self.vocabulary.ids(tokens)
        with reading(self.bag):
            logit = self.bag(torch.from_numpy(ids).unsqueeze(0), torch.tensor([len(ids)]))
        read = float(positive_probability(self.recurrent, [ids])[0])
        return dict(zip(order.ARMS, (float(logit.sigmoid()[0]), read), strict=True))

    def unrolled(self, tokens: list[str]) -> Unrolling:
        """Return the recurrent net's way through a sentence."""
        ids = torch.from_numpy(self.vocabulary.ids(tokens)).unsqueeze(0)
        weights = self.recurrent.recurrent.weights(0, "forward")
        with reading(self.recurrent):
            vectors = self.recurrent.vectors(ids)[0]
            states = self.recurrent.recurrent(vectors.unsqueeze(0))[0][0][0]
            inputs = vectors @ weights.weight_ih.T + weights.bias_ih
        answers = positive_after_each_token(self.recurrent, ids[0].numpy())
        return Unrolling(
            tuple(tokens),
            tuple(f"{answer:.3f}" for answer in answers),
            states.numpy(),
            inputs.numpy(),
            _array(weights.weight_hh),
            _array(weights.bias_hh),
            _array(self.recurrent.output.weight)[0],
            float(self.recurrent.output.bias[0].detach()),
            "σ(V·h + c)",
            "tanh",
            _array(weights.weight_ih)[:, 0],
            _array(weights.bias_ih) + _array(weights.bias_hh),
        )


def _array(tensor: torch.Tensor) -> np.ndarray:
    return tensor.detach().numpy()


def _load(net: nn.Module, weights: dict[str, np.ndarray], arm: str) -> None:
    mine = {name.split("/", 1)[1]: value for name, value in weights.items() if name.split("/", 1)[0] == arm}
    net.load_state_dict({name: torch.from_numpy(value.copy()) for name, value in mine.items()})
    net.eval()
