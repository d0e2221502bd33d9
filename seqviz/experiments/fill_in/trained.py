"""The trained fill-in nets, ready to fill in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from seqviz.experiments.fill_in.config import SIDES, FillInExperiment
from seqviz.experiments.fill_in.train import build_fill_in_net
from seqviz.models.inspect.gates import reading
from seqviz.models.labelling import FillInNet
from seqviz.runs.comparison import load_weights
from seqviz.runs.experiment import from_config
from seqviz.text.vocabulary import UNKNOWN, Vocabulary


@dataclass(frozen=True)
class Candidate:
    """A word that may fill a gap."""

    word: str
    probability: float


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
            load_weights(net, weights, side)
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
