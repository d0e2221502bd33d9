"""How the learning rate goes over a run."""

from __future__ import annotations

import torch

RISING = 0.25  # share of a one-cycle run in which the learning rate rises


def learning_rate_schedule(
    name: str, optimizer: torch.optim.Optimizer, total_steps: int
) -> torch.optim.lr_scheduler.LRScheduler:
    """Build the course of the learning rate over a run.

    Args:
        name: "constant"; or "one-cycle": up from a twenty-fifth of each group's rate to the whole, then down to nearly
            nothing (Smith & Topin 2018).
        optimizer: its groups' rates are the highest of the run.
        total_steps: steps of the run.
    """
    if name == "one-cycle":
        highest = [group["lr"] for group in optimizer.param_groups]
        return torch.optim.lr_scheduler.OneCycleLR(
            optimizer, highest, total_steps=total_steps + 1, pct_start=RISING
        )
    return torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1.0)
