"""The rule for a step."""

from __future__ import annotations

from typing import Any

import torch

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.pretraining import PRETRAINED_LEARNING_RATE_SHARE
from seqviz.models.sentiment import SentimentNet


def make_optimizer(experiment: SentimentExperiment, net: SentimentNet) -> torch.optim.Optimizer:
    """Build the optimiser; pretrained word vectors move in smaller steps than what starts from nothing."""
    pretrained = experiment.embedding == "skip-gram"
    share = PRETRAINED_LEARNING_RATE_SHARE if pretrained else 1.0
    rest = [p for name, p in net.named_parameters() if not name.startswith("embedding")]
    groups: list[dict[str, Any]] = [
        {"params": list(net.embedding.parameters()), "lr": experiment.learning_rate * share},
        {"params": rest, "lr": experiment.learning_rate},
    ]
    if experiment.optimizer == "adam":
        return torch.optim.Adam(groups, fused=True)
    if experiment.optimizer == "sgd":
        return torch.optim.SGD(groups, fused=True)
    return torch.optim.RMSprop(groups)
