"""The course of the learning rate as code, for the scripts to take home."""

from __future__ import annotations

from seqviz.runs.schedules import RISING


def torch_schedule(name: str) -> str:
    """Return the lines that make `schedule` of `optimizer` and `total_steps`; see `learning_rate_schedule`."""
    if name == "one-cycle":
        return (
            'highest = [group["lr"] for group in optimizer.param_groups]\n'
            "schedule = torch.optim.lr_scheduler.OneCycleLR(\n"
            f"    optimizer, highest, total_steps=total_steps + 1, pct_start={RISING}\n"
            ")"
        )
    return "schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1.0)"
