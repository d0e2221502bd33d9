"""The trained taggers, ready to label words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from seqviz.experiments.tagging.config import ARMS, TaggingExperiment
from seqviz.experiments.tagging.train import build_tagging_net
from seqviz.models.inspect.backward import backward_through_time
from seqviz.models.inspect.gates import layer_traces, reading
from seqviz.models.inspect.trace import LayerTrace
from seqviz.models.labelling import TaggingNet
from seqviz.runs.comparison import load_weights
from seqviz.runs.experiment import from_config
from seqviz.text.vocabulary import Vocabulary


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
            load_weights(net, weights, arm)
        return cls(vocabulary, nets)

    def probabilities(self, arm: str, tokens: Sequence[str]) -> np.ndarray:
        """Return each token's probability of each label, (num_tokens, num_labels) float64."""
        net, ids = self.nets[arm], self._ids(tokens)
        with reading(net):
            scores = net(ids, torch.tensor([len(tokens)]))[0]
        return scores.double().softmax(1).numpy()

    def layers(self, arm: str, tokens: Sequence[str]) -> tuple[LayerTrace, ...]:
        """Return every layer and direction with its gates."""
        net, ids = self.nets[arm], self._ids(tokens)
        with reading(net):
            return layer_traces(net.recurrent, net.vectors(ids))

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
                back = backward_through_time(net.recurrent.cell, turned[: t + 1], weights, every_unit)
                norms[t, : t + 1] = back.inputs(weights).norm(dim=(1, 2)).numpy()
            found[direction] = norms if direction == "forward" else norms[::-1, ::-1]
        return found

    def _ids(self, tokens: Sequence[str]) -> torch.Tensor:
        return torch.from_numpy(self.vocabulary.ids(list(tokens))).unsqueeze(0)
