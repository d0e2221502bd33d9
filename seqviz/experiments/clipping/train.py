"""One net trained without clipping, clipped by norm, and by value, side by side."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import mse_loss

from seqviz.corpora.lagged import adding_batch
from seqviz.experiments.clipping.config import ARMS, ClippingExperiment
from seqviz.models.lagged import AddingNet
from seqviz.runs.clipping import Clip, clip_by_norm
from seqviz.runs.comparison import Arm, clip_by_value, summary, take_turns
from seqviz.runs.events import Event, Finished

POINTS = 100  # on the curve of a run


def fit_clipping(experiment: ClippingExperiment) -> Iterator[Event]:
    """Train the same net three times on the same batches; only clipping differs.

    Yields:
        Metrics of the three arms; `Note("diverged", …)` where one explodes beyond all numbers; Finished.
    """
    clips = (clip_by_norm(0.0), clip_by_norm(experiment.clip_norm), clip_by_value(experiment.clip_value))
    arms = [_adding_arm(experiment, name, clip) for name, clip in zip(ARMS, clips, strict=True)]
    turn = max(1, experiment.num_steps // POINTS)
    yield from take_turns(arms, experiment.num_steps, turn)
    yield Finished(summary(arms), {})


def _adding_arm(experiment: ClippingExperiment, name: str, clip: Clip) -> Arm:
    torch.manual_seed(experiment.seed)
    net = AddingNet(experiment.hidden_size, experiment.factor, experiment.activation)
    order = np.random.default_rng(experiment.seed)

    def loss() -> tuple[Tensor, dict[str, float]]:
        batch = adding_batch(order, experiment.batch_size, experiment.length)
        return mse_loss(net(torch.from_numpy(batch.inputs)), torch.from_numpy(batch.answers)), {}

    optimizer = torch.optim.SGD(net.parameters(), experiment.learning_rate)
    return Arm(name, net, loss, optimizer, clip)
