"""The trained readers of brackets, ready to mark a string."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor

from seqviz.corpora.brackets import RIGHT, TOKENS
from seqviz.experiments.brackets.config import BracketsExperiment, arm_name
from seqviz.experiments.brackets.train import build_bracket_net
from seqviz.models.inspect.gates import layer_traces, reading
from seqviz.models.inspect.trace import LayerTrace
from seqviz.models.labelling import TaggingNet
from seqviz.runs.comparison import load_weights
from seqviz.runs.experiment import from_config


@dataclass(frozen=True)
class BracketReader:
    """The nets of a run that were trained from its first seed.

    Attributes:
        experiment: that was run.
        nets: its name -> net.
    """

    experiment: BracketsExperiment
    nets: dict[str, TaggingNet]

    @classmethod
    def from_run(
        cls, config: dict[str, Any], extras: dict[str, Any], weights: dict[str, np.ndarray]
    ) -> BracketReader:
        """Rebuild the nets of a run."""
        experiment = from_config(BracketsExperiment, config)
        nets = {net: build_bracket_net(experiment, net) for net in experiment.nets}
        for name, net in nets.items():
            load_weights(net, weights, arm_name(name, experiment.seed))
        return cls(experiment, nets)

    @property
    def deep(self) -> str:
        """What the net of several layers is called."""
        return self.experiment.nets[-1]

    def right(self, net: str, tokens: list[str]) -> np.ndarray:
        """Return the probability that each token stands at or in a pair of one kind, (num_tokens,) float64."""
        return self._scores(net, tokens).double().softmax(1)[:, RIGHT].numpy()

    def depths(self, net: str, tokens: list[str]) -> np.ndarray:
        """Return how deep a net that was asked so says that each token stands, (num_tokens,) int64."""
        return self._scores(net, tokens).argmax(1).numpy()

    def _scores(self, net: str, tokens: list[str]) -> Tensor:
        """Return the score of every answer at every token, (num_tokens, num_labels)."""
        with reading(self.nets[net]):
            scores: Tensor = self.nets[net](_ids(tokens), torch.tensor([len(tokens)]))[0]
        return scores

    def layers(self, net: str, tokens: list[str]) -> tuple[LayerTrace, ...]:
        """Return every layer and direction of a net with its gates, as it reads a string."""
        with reading(self.nets[net]):
            return layer_traces(self.nets[net].recurrent, self.nets[net].vectors(_ids(tokens)))


def _ids(tokens: list[str]) -> Tensor:
    """Return the tokens' places in TOKENS, (1, num_tokens)."""
    return torch.tensor([[TOKENS.index(token) for token in tokens]])
