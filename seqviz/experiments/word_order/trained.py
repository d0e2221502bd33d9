"""The net that cannot see the order of words and the one that can, ready to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from seqviz.experiments.word_order.config import ARMS, OrderExperiment
from seqviz.experiments.word_order.train import build_order_net
from seqviz.models.first_nets import BagNet
from seqviz.models.inspect.gates import reading
from seqviz.models.inspect.reading import positive_after_each_token, positive_probability
from seqviz.models.inspect.unrolling import Unrolling
from seqviz.models.sentiment import SentimentNet
from seqviz.runs.comparison import load_weights
from seqviz.runs.experiment import from_config
from seqviz.text.vocabulary import Vocabulary


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
        bag, recurrent = (build_order_net(experiment, arm, len(vocabulary)) for arm in ARMS)
        load_weights(bag, weights, ARMS[0])
        load_weights(recurrent, weights, ARMS[1])
        return cls(vocabulary, bag, recurrent)  # type: ignore[arg-type]

    def positive(self, tokens: list[str]) -> dict[str, float]:
        """Return each net's probability of praise: arm -> probability."""
        ids = self.vocabulary.ids(tokens)
        with reading(self.bag):
            logit = self.bag(torch.from_numpy(ids).unsqueeze(0), torch.tensor([len(ids)]))
        read = float(positive_probability(self.recurrent, [ids])[0])
        return dict(zip(ARMS, (float(logit.sigmoid()[0]), read), strict=True))

    def unknown(self, tokens: list[str]) -> list[str]:
        """Return those of some tokens that the nets have never seen, each once."""
        return [token for token in dict.fromkeys(tokens) if token not in self.vocabulary]

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
