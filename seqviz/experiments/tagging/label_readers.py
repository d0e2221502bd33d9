"""The trained nets of the comparisons, ready to label words and to fill them in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn

from seqviz.experiments.fill_in.config import SIDES, FillInExperiment
from seqviz.experiments.fill_in.story_fitting import build_fill_in_net
from seqviz.experiments.tagging.config import ARMS, TaggingExperiment
from seqviz.experiments.tagging.train import build_tagging_net
from seqviz.models.inspect.backward import way_back
from seqviz.models.inspect.gates import reading, recover
from seqviz.models.inspect.trace import LayerTrace
from seqviz.models.labelling import FillInNet, TaggingNet
from seqviz.runs.experiment import from_config
from seqviz.text.vocabulary import UNKNOWN, Vocabulary


@dataclass(frozen=True)
class Candidate:
    """A word that may fill a gap."""

    word: str
    probability: float


@dataclass(frozen=True)
class TaggingReader:
    """The three taggers of a run.

    Attributes:
        vocabulary: the words they know.
        nets: arm -> net.
    """

    vocabulary: Vocabulary
    nets: dict[str, TaggingNet]

    @classmethod
    def from_run(
        cls, config: dict[str, Any], extras: dict[str, Any], weights: dict[str, np.ndarray]
    ) -> TaggingReader:
        """Rebuild the nets of a run."""
        experiment, vocabulary = (
            from_config(TaggingExperiment, config),
            Vocabulary(tuple(extras["vocabulary"])),
        )
        nets = {arm: build_tagging_net(experiment, arm, len(vocabulary)) for arm in ARMS}
        for arm, net in nets.items():
            _load(net, weights, arm)
        return cls(vocabulary, nets)

    def probabilities(self, arm: str, tokens: Sequence[str]) -> np.ndarray:
        """Return each token's probability of each label, (num_tokens, num_labels) float64."""
        net, ids = self.nets[arm], self._ids(tokens)
        with reading(net):
            scores = net(ids, torch.tensor([len(tokens)]))[0]
        return scores.double().softmax(1).numpy()

    def layers(self, arm: str, tokens: Sequence[str]) -> list[LayerTrace]:
        """Return every layer and direction with its gates."""
        net, ids = self.nets[arm], self._ids(tokens)
        with reading(net):
            found = recover(net.recurrent, net.vectors(ids))
        return [
            LayerTrace(
                one.layer, one.direction, {name: value[0].numpy() for name, value in one.gates.items()}
            )
            for one in found
        ]

    def influence(self, arm: str, tokens: Sequence[str]) -> dict[str, np.ndarray]:
        """Return how far each word moves the first layer's state at each position, for each direction.

        Returns:
            Direction -> Frobenius norms |dh_t / dx_k|, (num_tokens t, num_tokens k).
        """
        net, ids = self.nets[arm], self._ids(tokens)
        with reading(net):
            rows = net.vectors(ids).transpose(0, 1)  # (num_tokens, 1, embedding_dim)
        found: dict[str, np.ndarray] = {}
        for direction in net.recurrent.directions:
            turned = rows if direction == "forward" else rows.flip(0)
            weights = net.recurrent.weights(0, direction)
            norms = np.zeros((len(tokens), len(tokens)))
            for t in range(len(tokens)):
                every_unit = torch.eye(weights.hidden_size)
                back = way_back(net.recurrent.cell, turned[: t + 1], weights, every_unit)
                norms[t, : t + 1] = back.inputs(weights).norm(dim=(1, 2)).numpy()
            found[direction] = norms if direction == "forward" else norms[::-1, ::-1]
        return found

    def _ids(self, tokens: Sequence[str]) -> torch.Tensor:
        return torch.from_numpy(self.vocabulary.ids(list(tokens))).unsqueeze(0)


@dataclass(frozen=True)
class FillInReader:
    """The three fill-in nets of a run.

    Attributes:
        vocabulary: the words they know.
        nets: side -> net.
    """

    vocabulary: Vocabulary
    nets: dict[str, FillInNet]

    @classmethod
    def from_run(
        cls, config: dict[str, Any], extras: dict[str, Any], weights: dict[str, np.ndarray]
    ) -> FillInReader:
        """Rebuild the nets of a run."""
        experiment, vocabulary = (
            from_config(FillInExperiment, config),
            Vocabulary(tuple(extras["vocabulary"])),
        )
        nets = {side: build_fill_in_net(experiment, side, len(vocabulary)) for side in SIDES}
        for side, net in nets.items():
            _load(net, weights, side)
        return cls(vocabulary, nets)

    def distribution(self, side: str, tokens: Sequence[str], place: int) -> np.ndarray:
        """Return the probability of each word of the vocabulary at a place, (vocabulary_size,) float64."""
        net = self.nets[side]
        ids = torch.from_numpy(self.vocabulary.ids(list(tokens))).unsqueeze(0)
        with reading(net):
            scores = net(ids, torch.tensor([len(tokens)]))[0, place]
        return scores.double().softmax(0).numpy()

    def candidates(self, side: str, tokens: Sequence[str], place: int, number: int = 5) -> list[Candidate]:
        """Return the likeliest words for a place, likeliest first."""
        probabilities = self.distribution(side, tokens, place)
        best = np.argsort(-probabilities, kind="stable")[:number]
        return [Candidate(self.vocabulary.tokens[k], float(probabilities[k])) for k in best]

    def unknown(self, tokens: Sequence[str]) -> tuple[str, ...]:
        """Return the words that the nets do not know, each once."""
        ids = self.vocabulary.ids(list(tokens))
        return tuple(dict.fromkeys(t for t, k in zip(tokens, ids, strict=True) if k == UNKNOWN))


def _load(net: nn.Module, weights: dict[str, np.ndarray], arm: str) -> None:
    mine = {name.split("/", 1)[1]: value for name, value in weights.items() if name.split("/", 1)[0] == arm}
    net.load_state_dict({name: torch.from_numpy(value.copy()) for name, value in mine.items()})
    net.eval()
