"""The trained readers of brackets, ready to mark a string."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from seqviz.corpora.brackets import RIGHT, TOKENS
from seqviz.experiments.brackets.config import NETS, BracketsExperiment, arm_name
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
        nets: one of NETS -> net.
    """

    nets: dict[str, TaggingNet]

    @classmethod
    def from_run(
        cls, config: dict[str, Any], extras: dict[str, Any], weights: dict[str, np.ndarray]
    ) -> BracketReader:
        """Rebuild the nets of a run."""
        experiment = from_config(BracketsExperiment, config)
        nets = {net: build_bracket_net(experiment, net) for net in NETS}
        for name, net in nets.items():
            load_weights(net, weights, arm_name(name, experiment.seed))
        return cls(nets)

    def right(self, net: str, tokens: list[str]) -> np.ndarray:
        """Return the probability that each token stands at or in a pair of one kind, (num_tokens,) float64."""
        ids = _ids(tokens)
        with reading(self.nets[net]):
            scores = self.nets[net](ids, torch.tensor([len(tokens)]))[0]
        return scores.double().softmax(1)[:, RIGHT].numpy()

    def layers(self, net: str, tokens: list[str]) -> tuple[LayerTrace, ...]:
        """Return every layer and direction of a net with its gates, as it reads a string."""
        with reading(self.nets[net]):
            return layer_traces(self.nets[net].recurrent, self.nets[net].vectors(_ids(tokens)))


def _ids(tokens: list[str]) -> torch.Tensor:
    """Return the tokens' places in TOKENS, (1, num_tokens)."""
    return torch.tensor([[TOKENS.index(token) for token in tokens]])
